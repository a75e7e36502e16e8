import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../i18n/catalogue';
import type { Translator } from '../../i18n/use-t';
import type { JsonObject } from '../../lib/json';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { said } from '../../testing/lib/said';
import { factsOf, remedyOf } from './event-facts';

const translator: Translator = { t: (key: MessageKey) => key, say: ({ en }) => en, language: 'en' };
const history = { numberOf: (version: string) => (version === 'abc' ? 2 : undefined) };
const event = (figures: LiveEvent['figures'], type: LiveEvent['type'] = 'gate'): LiveEvent => ({
  index: 0,
  tick: 1,
  time: 0,
  nodeId: 'node',
  type,
  reason: said('fact'),
  figures,
});
const facts = (figures: LiveEvent['figures']) => factsOf(figures, translator, history);

describe('the figures of an event', () => {
  it('call versions as a person knows them', () => {
    expect(facts({ challenger: 'abc', champion: 'xyz' })).toEqual([
      ['timeline.challenger', 'v2'],
      ['timeline.champion', 'xyz'],
    ]);
  });

  it('say words for what the engine names, and count rows from 1', () => {
    expect(facts({ decision: 'cool-down', rowsFrom: 0, rowsTo: 1_200 })).toEqual([
      ['timeline.figDecision', 'timeline.wordCoolDown'],
      ['timeline.figBatchRows', '1–1,200'],
    ]);
  });

  it('leave out what is undefined and what has no name here', () => {
    expect(facts({ pValue: null, somethingNew: 3, gain: 0.25 })).toEqual([['timeline.figGain', '0.25']]);
  });

  it('join the ends of an interval', () => {
    expect(facts({ low: 0.1, high: 0.3 })).toEqual([['timeline.figInterval', '0.1 … 0.3']]);
  });
});

describe('the figures of a node', () => {
  /** All that nodes of the loop say of themselves, by kind; of `history` and the like each has a view of its own. */
  const said: Readonly<Record<string, JsonObject>> = {
    stream: { rows: 2100, of: 14000, labelledTo: 2100, closed: true },
    deploy: { version: 'abc', rows: 100, answered: 100, warned: 0, refused: 0 },
    monitor: {
      metric: 'accuracy',
      value: 0.96,
      rows: 100,
      labelled: 100,
      withoutLabel: 0,
      withoutAnswer: 0,
      driftShare: 0,
      findings: 0,
    },
    detector: { detector: 'adwin', detectorVerdict: 'not-enough-rows', lastDrift: 51, labelledRows: 100 },
    measured: { measure: 'accuracy', value: 0.5, windowRows: 100, bound: 0.7, reference: 0.8 },
    trigger: { decision: 'no-report', rowsSince: 1, minRows: 2, batchesSince: 1, coolDown: 5, sinceTick: 51, holds: 1 },
    distribution: {
      changedColumns: ['a', 'b'],
      changed: 2,
      testable: 5,
      needed: 3,
      share: 0.4,
      predictionVerdict: 'drift',
      targetVerdict: 'stable',
      inARow: 1,
      inARowNeeded: 2,
    },
    'new data': { newRows: 100, every: 1000, count: 'handed-out' },
    demand: { byHand: false },
    combine: { decision: 'not-fired', mode: 'any', within: 1, of: 2, counting: ['drop'] },
    schedule: { moment: '2024-01-08T00:00:00.000Z', next: '2024-01-15T00:00:00.000Z' },
    retraining: { trained: 1, failed: 0, dropped: 0, remembered: false, missingRows: 10 },
    gate: { promotions: 1, holds: 0, rollbacks: 0, challenger: 'abc', watches: 'abc' },
  };

  it.each(Object.entries(said))('are called by their names and said in words: %s', (_, figures) => {
    const shown = facts(figures);
    expect(shown).toHaveLength(Object.keys(figures).length);
    for (const [name, value] of shown) {
      expect(name).toMatch(/^(timeline|metrics|panels)\./);
      expect(value).not.toMatch(/^[a-z]+-[a-z-]+$|^abc$|T00:00/);
    }
  });
});

describe('what to do about an alert', () => {
  it('goes by what it is about', () => {
    expect(remedyOf(event({ what: 'fairness' }, 'alert'))).toBe('timeline.remedyFairness');
    expect(remedyOf(event({ cause: 'retrain-failed' }, 'alert'))).toBe('timeline.remedyRetrain');
    expect(remedyOf(event({}, 'alert'))).toBe('timeline.remedyOther');
  });
});
