import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/lib/json';
import { compareRuns } from './compare';
import type { ObservedRun } from './observed-run';

const OLD_MODEL = '0123456789abcdef';
const NEW_MODEL = 'fedcba9876543210';

/** A loop that promotes a model, as one version of the command line would leave it. */
function loop(
  model: string,
  change: { promote?: JsonObject; events?: readonly JsonObject[]; nodes?: JsonObject } = {},
) {
  const event = (tick: number, type: string, nodeId: string, figures: JsonObject): JsonObject => {
    return { tick, type, nodeId, reason: `About ${model}.`, reasonKo: `${model}`, ...figures };
  };
  const run: ObservedRun = {
    template: 'loop',
    command: 'live',
    document: {},
    exit: 0,
    report: {
      status: 'completed',
      backend: 'cpu',
      seed: 1,
      ms: Math.random(),
      nodes: { deploy1: { kind: 'serve.deploy', status: 'completed', key: model }, ...change.nodes },
    },
    events: [
      event(1, 'batch', 'deploy1', { rows: 20, version: model }),
      event(2, 'promote', 'deploy1', { version: model, accuracy: 0.5, ...change.promote }),
      ...(change.events ?? []),
    ],
    lines: [{ content: { line: 'deploy1', champions: [model], versions: [{ id: model, bytes: model.length }] } }],
  };
  return run;
}
const places = (now: ObservedRun) => compareRuns(loop(OLD_MODEL), now).differences.map(({ place }) => place);

describe('comparing runs', () => {
  it('sees no difference in names of models, wording, durations and the last digits of figures', () => {
    expect(places(loop(NEW_MODEL, { promote: { accuracy: 0.5000001 } }))).toEqual([]);
  });

  it('names the place of a figure, a decision and a count that differ', () => {
    expect(places(loop(NEW_MODEL, { promote: { accuracy: 0.500001 } }))).toEqual([
      'loop: event 1 (tick 2 promote deploy1).accuracy',
    ]);
    expect(places(loop(NEW_MODEL, { promote: { tick: 3 } }))).toEqual([
      'loop: event 1 (tick 2 promote deploy1)',
      'loop: event 2 (tick 3 promote deploy1)',
    ]);
    expect(places({ ...loop(NEW_MODEL), exit: 3 })).toEqual(['loop: outcome.exit']);
  });

  it('sees that another model was promoted than the one that answered', () => {
    expect(places(loop(NEW_MODEL, { promote: { version: OLD_MODEL } }))).toEqual([
      'loop: event 1 (tick 2 promote deploy1).version',
    ]);
  });

  it('lists nodes and sentences’ codes that are new apart from differences', () => {
    const now = loop(NEW_MODEL, {
      nodes: { rule1: { kind: 'train.threshold', status: 'completed' } },
      promote: { code: 'promoted', args: { accuracy: 0.5 } },
      events: [{ tick: 2, type: 'alert', nodeId: 'rule1' }],
    });
    expect(compareRuns(loop(OLD_MODEL), now)).toEqual({
      differences: [],
      additions: ['node rule1', 'alert of rule1', 'field code of promote events', 'field args of promote events'],
    });
  });
});
