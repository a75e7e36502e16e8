import { describe, expect, it } from 'vitest';
import { boxes, groupsOf } from './boxes';
import { catalog } from './catalog';
import { STAGES } from './contract/kind';
import { glossary } from './glossary';

const termsOf = (id: string) => glossary.filter(({ box }) => box === id);

describe('the boxes of the stages', () => {
  it('are those of the textbook, in its order', () => {
    const textbook = {
      ingest: ['Data lake', 'ETL'],
      prepare: ['Normalization', 'Bias analysis'],
      train: ['Hyper-parameters', 'Parallelization', 'Data operations', 'Completed models'],
      serve: ['At client', 'On backend', 'Predictions'],
      retrain: ['Incremental', 'Full'],
    };
    for (const stage of STAGES) {
      const names = boxes.filter((box) => box.stage === stage).map(({ name }) => name.en);
      expect(names.filter((name) => textbook[stage].includes(name))).toEqual(textbook[stage]);
    }
  });

  it('have every kind, once or in boxes that stand together, in its own stage', () => {
    const astray = catalog.all.filter(({ id, stage }) => {
      const holding = groupsOf(stage).filter(({ kinds }) => kinds.some((kind) => kind === id));
      return holding.length !== 1;
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
    const ofOthers = boxes.flatMap(({ stage, kinds }) => kinds.filter((kind) => catalog.kind(kind)?.stage !== stage));
    expect(ofOthers).toEqual([]);
  });

  it('explain a term each, and lead to a kind, or to the nearest where none does it yet', () => {
    for (const { id, kinds } of boxes) {
      const [term, ...others] = termsOf(id);
      expect(others, id).toEqual([]);
      expect(term, id).toBeDefined();
      expect((term?.nearest.length ?? 0) > 0, id).toBe(kinds.length === 0);
    }
  });

  it('show a group with its first kind, and none before', () => {
    expect(groupsOf('prepare').map(({ names }) => names.map(({ en }) => en))).toEqual([['Normalization']]);
    expect(groupsOf('retrain').map(({ names }) => names.map(({ en }) => en))).toEqual([
      ['Monitoring'],
      ['Trigger'],
      ['Incremental', 'Full'],
    ]);
  });
});
