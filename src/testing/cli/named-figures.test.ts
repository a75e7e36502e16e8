import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../lib/json';
import { figureWords } from '../../nodes/figures';
import { liveRunners } from '../../nodes/live-runners';
import { metricWords } from '../../panels/metric-words';
import { millrace } from '../fixtures/v1/command-line';
import { loopDocument } from './loop-document';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-figures-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What reports put beside the figures. */
const HEAD = ['tick', 'type', 'nodeId', 'time', 'reason', 'reasonKo', 'message'];

it('every live kind says what its figures are called', () => {
  const without = liveRunners.filter(({ kind }) => Object.keys(figureWords(kind)).length === 0);
  expect(without.map(({ kind }) => kind)).toEqual([]);
});

it('no event of a loop has a figure that its kind does not name', { timeout: 90_000 }, async () => {
  const document = loopDocument();
  const file = join(folder, 'loop.json');
  await writeFile(file, JSON.stringify(document));
  const { out } = await millrace('live', file, '--events', '--ticks', '40');
  const kindOf = new Map(document.nodes.map(({ id, kind }) => [id, kind]));
  const events = out.map((line): Readonly<Record<string, Json>> => JSON.parse(line));
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(5);
  const nameless = events.flatMap((event) => {
    const kind = kindOf.get(String(event.nodeId)) ?? '';
    const names = Object.keys(event).filter((name) => !HEAD.includes(name) && metricWords(name) === undefined);
    return names.filter((name) => figureWords(kind)[name] === undefined).map((name) => `${kind}: ${name}`);
  });
  expect([...new Set(nameless)]).toEqual([]);
});
