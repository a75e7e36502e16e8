import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../i18n/catalogue';
import type { Translator } from '../../i18n/use-t';
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
const facts = (figures: LiveEvent['figures']) => factsOf(event(figures), translator, history);

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

describe('what to do about an alert', () => {
  it('goes by what it is about', () => {
    expect(remedyOf(event({ what: 'fairness' }, 'alert'))).toBe('timeline.remedyFairness');
    expect(remedyOf(event({ cause: 'retrain-failed' }, 'alert'))).toBe('timeline.remedyRetrain');
    expect(remedyOf(event({}, 'alert'))).toBe('timeline.remedyOther');
  });
});
