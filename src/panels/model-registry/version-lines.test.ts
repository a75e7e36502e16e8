import { describe, expect, it } from 'vitest';
import { fakeVersion } from '../../testing/lib/fake-version';
import { said } from '../../testing/lib/said';
import type { ModelVersion, StageMove } from '../../worker/live-protocol';
import { linesOf } from './version-lines';

const promotion: StageMove = { stage: 'champion', tick: 1, why: said('first'), rollback: false };
describe('the lines of the models panel', () => {
  it('come in the order of their newest versions, which come first within', () => {
    const lines = linesOf([fakeVersion('b', 1), fakeVersion('a', 2), fakeVersion('b', 3), fakeVersion('a', 1)]);
    expect(lines.map(({ name, versions }) => [name, ...versions.map(({ number }) => number)])).toEqual([
      ['b', 3, 1],
      ['a', 2, 1],
    ]);
  });

  it('can be rolled back once another version than the champion has served', () => {
    const champion = fakeVersion('a', 2, { stage: 'champion', moves: [promotion] });
    const canGoBack = (...versions: readonly ModelVersion[]) => linesOf(versions)[0]?.canGoBack;
    expect(canGoBack(fakeVersion('a', 1))).toBe(false);
    expect(canGoBack(champion, fakeVersion('a', 1))).toBe(false);
    expect(canGoBack(champion, fakeVersion('a', 1, { stage: 'archived', moves: [promotion] }))).toBe(true);
    expect(canGoBack(fakeVersion('a', 1, { stage: 'archived', moves: [promotion] }))).toBe(false);
  });
});
