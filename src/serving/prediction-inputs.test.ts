import { describe, expect, it } from 'vitest';
import type { SourceField } from '../table/table';
import { model, recipe, stepColumns } from '../testing/serving/fake-recipe';
import { predictionInputs } from './prediction-inputs';
import type { StepColumns } from './recipe-replayer';

const field = (name: string): SourceField => ({ name, type: 'number', role: null });
const step = (kind: string) => ({ kind, nodeId: '', state: {} });
const doing = (changes: Partial<StepColumns>): StepColumns => ({ writes: new Map(), needs: [], drops: [], ...changes });
const namesOf = (features: readonly string[], source: readonly string[], steps: readonly StepColumns[]) =>
  predictionInputs(
    {
      features,
      target: { name: 'y' },
      decision: null,
      recipe: { source: source.map(field), steps: steps.map((_, i) => step(String(i))) },
    },
    { stepColumns: ({ kind }) => steps[Number(kind)] ?? null },
  ).map((input) => input.field.name);

describe('the inputs of a prediction', () => {
  it('are the raw columns that the model’s features are made of, with their usual values', () => {
    expect(predictionInputs(model, { stepColumns })).toEqual([
      { field: recipe.source[1], typical: '10', min: 6, max: 14 },
      { field: recipe.source[2], typical: 'red' },
    ]);
  });

  it('hold both columns of a feature that either alone does not change', () => {
    const both = doing({ writes: new Map([['a and b', ['a', 'b']]]), drops: ['a', 'b'] });
    expect(namesOf(['a and b'], ['a', 'b', 'c'], [both])).toEqual(['a', 'b']);
  });

  it('hold a column that a step drops rows by, though it is gone later', () => {
    expect(namesOf(['a'], ['a', 'b'], [doing({ needs: ['b'] }), doing({ drops: ['b'] })])).toEqual(['a', 'b']);
  });

  it('never hold the target, under whichever name it was read', () => {
    const named = doing({ writes: new Map([['y', ['outcome']]]), drops: ['outcome'] });
    expect(namesOf(['a'], ['a', 'outcome'], [doing({ needs: ['outcome'] }), named])).toEqual(['a']);
  });

  it('follow columns that exchange their names', () => {
    const exchanged = doing({
      writes: new Map([
        ['a', ['b']],
        ['b', ['a']],
      ]),
      drops: ['a', 'b'],
    });
    expect(namesOf(['a'], ['a', 'b'], [exchanged])).toEqual(['b']);
  });

  it('hold the column that the rule’s groups are told by', () => {
    const decision = { positive: 'dog', threshold: 0.5, groups: { column: 'id', thresholds: {} } };
    expect(predictionInputs({ ...model, decision }, { stepColumns }).map((input) => input.field.name)).toEqual([
      'id',
      'height',
      'colour',
    ]);
  });

  it('hold a column that was constant in training', () => {
    const source = recipe.source.map((each) => (each.name === 'height' ? { ...each, min: 10, max: 10 } : each));
    const constant = { ...model, recipe: { ...recipe, source } };
    expect(predictionInputs(constant, { stepColumns }).map((input) => input.field.name)).toContain('height');
  });

  it('are all but target, id and weight where a step’s kind is not known', () => {
    expect(predictionInputs(model, { stepColumns: () => null }).map((input) => input.field.name)).toEqual([
      'height',
      'colour',
      'note',
    ]);
  });
});
