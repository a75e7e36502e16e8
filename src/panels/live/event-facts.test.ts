import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../i18n/catalogue';
import type { Translator } from '../../i18n/use-t';
import type { JsonObject } from '../../lib/json';
import { text } from '../../lib/text';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { figureWords } from '../../nodes/figures';
import { said } from '../../testing/lib/said';
import { factsOf, remedyOf } from './event-facts';

const translator: Translator = { t: (key: MessageKey) => key, say: ({ en }) => en, language: 'en' };
const history = {
  called: (version: string) =>
    version === 'abc' ? text('v2', 'v2') : text('the challenger of tick 9', '9틱의 도전자'),
};
const event = (figures: LiveEvent['figures'], type: LiveEvent['type'] = 'gate'): LiveEvent => ({
  index: 0,
  tick: 1,
  time: 0,
  nodeId: 'node',
  type,
  reason: said('fact'),
  figures,
});
const facts = (figures: LiveEvent['figures'], kind = 'retrain.gate') =>
  factsOf(figures, figureWords(kind), translator, history);

describe('the figures of an event', () => {
  it('call versions as a person knows them', () => {
    expect(facts({ challenger: 'abc', champion: 'xyz' })).toEqual([
      ['Challenger', 'v2'],
      ['Champion', 'the challenger of tick 9'],
    ]);
  });

  it('say words for what the engine names, and count rows from 1', () => {
    expect(facts({ verdict: 'ask', rowsFrom: 0, rowsTo: 1_200 })).toEqual([
      ['Decision', 'ask a person'],
      ['Rows of the stream', '1–1,200'],
    ]);
  });

  it('are called as their kind calls them, measures of the model alike everywhere', () => {
    expect(facts({ rows: 2, lastDrift: 3, accuracy: 0.5 }, 'retrain.performance')).toEqual([
      ['Last drift at tick', '3'],
      ['panels.accuracy', '0.500'],
    ]);
  });

  it('leave out what is undefined and what has no name here', () => {
    expect(facts({ pValue: null, somethingNew: 3, gain: 0.25 })).toEqual([['Gain', '0.25']]);
  });

  it('call what ADWIN is given the chance of a false alarm, and what others are given a threshold', () => {
    const ofMonitor = (figures: LiveEvent['figures']) => facts(figures, 'retrain.monitor');
    expect(ofMonitor({ method: 'adwin', threshold: 0.002 })).toContainEqual(['False alarms δ', '0.002']);
    expect(ofMonitor({ method: 'pageHinkley', threshold: 15 })).toContainEqual(['Threshold', '15']);
  });

  it('join the ends of an interval', () => {
    expect(facts({ low: 0.1, high: 0.3 })).toEqual([['Interval', '0.1 … 0.3']]);
  });
});

describe('the figures of a node', () => {
  /** All that nodes of the loop say of themselves, by kind (a space where it says something else besides); of `history` and the like each has a view of its own. */
  const said: Readonly<Record<string, JsonObject>> = {
    'retrain.stream': { rows: 2100, of: 14000, labelledTo: 2100, closed: true },
    'serve.deploy': { version: 'abc', rows: 100, answered: 100, warned: 0, refused: 0 },
    'retrain.monitor': {
      metric: 'accuracy',
      value: 0.96,
      rows: 100,
      labelled: 100,
      withoutLabel: 0,
      withoutAnswer: 0,
      driftShare: 0,
      findings: 0,
    },
    'retrain.performance': { detector: 'adwin', detectorVerdict: 'not-enough-rows', lastDrift: 51, labelledRows: 100 },
    'retrain.performance ': { measure: 'accuracy', value: 0.5, windowRows: 100, bound: 0.7, reference: 0.8 },
    'retrain.demand ': {
      decision: 'no-report',
      rowsSince: 1,
      minRows: 2,
      batchesSince: 1,
      coolDown: 5,
      sinceTick: 51,
      holds: 1,
    },
    'retrain.distribution': {
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
    'retrain.new-data': { newRows: 100, every: 1000, count: 'handed-out' },
    'retrain.demand': { byHand: false },
    'retrain.combine': { decision: 'not-fired', mode: 'any', within: 1, of: 2, counting: ['drop'] },
    'retrain.schedule': { moment: '2024-01-08T00:00:00.000Z', next: '2024-01-15T00:00:00.000Z' },
    'retrain.train': { trained: 1, failed: 0, dropped: 0, remembered: false, missingRows: 10 },
    'retrain.gate': { promotions: 1, holds: 0, rollbacks: 0, challenger: 'abc', watches: 'abc' },
  };

  it.each(Object.entries(said))('are called by their names and said in words: %s', (kind, figures) => {
    const shown = facts(figures, kind.trim());
    expect(shown).toHaveLength(Object.keys(figures).length);
    for (const [name, value] of shown) {
      expect(name).toMatch(/^[A-Zi]/);
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
