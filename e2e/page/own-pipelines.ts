interface Step {
  readonly id: string;
  readonly kind: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A pipeline file of steps in a row; where a step takes a model, it takes the table before it too. */
function pipelineOf(name: string, steps: readonly Step[], wires: readonly (readonly [string, string])[]): string {
  return JSON.stringify({
    format: 'millrace/pipeline',
    version: 1,
    name,
    description: '',
    seed: 7,
    nodes: steps.map(({ id, kind, params = {} }, index) => ({
      id,
      kind,
      label: '',
      params,
      position: { x: (index % 4) * 280, y: Math.floor(index / 4) * 160 },
      mode: 'on',
    })),
    edges: wires.map(([from, to]) => ({ from, to })),
    notes: [],
  });
}

const chain = (steps: readonly Step[]): (readonly [string, string])[] =>
  steps.slice(1).map((step, index) => [`${steps[index]?.id}.table`, `${step.id}.table`] as const);

/** A node alone that reads a file. */
export const readingFile = (file: { readonly name: string; readonly hash: string; readonly bytes: number }): string =>
  pipelineOf('On a file', [{ id: 'file1', kind: 'ingest.file', params: { file } }], []);

/** Ten nodes in a row on wine; the last measures. */
export function longPipeline(): string {
  const prepare: Step[] = [
    { id: 'data1', kind: 'ingest.sample', params: { name: 'wine' } },
    { id: 'columns1', kind: 'prepare.columns' },
    { id: 'split1', kind: 'prepare.split' },
    { id: 'missing1', kind: 'prepare.missing' },
    { id: 'encode1', kind: 'prepare.encode' },
    { id: 'scale1', kind: 'prepare.scale' },
    { id: 'columns2', kind: 'prepare.columns' },
    { id: 'missing2', kind: 'prepare.missing', params: { numeric: 'mean' } },
  ];
  return pipelineOf(
    'Ten in a row',
    [
      ...prepare,
      { id: 'dense1', kind: 'train.dense', params: { epochs: 10 } },
      { id: 'evaluate1', kind: 'train.evaluate' },
    ],
    [
      ...chain(prepare),
      ['missing2.table', 'dense1.table'],
      ['dense1.model', 'evaluate1.model'],
      ['missing2.table', 'evaluate1.table'],
    ],
  );
}

/** Trains for half a minute or longer, by its epochs and the machine, if nobody stops it. */
export function slowPipeline(epochs = 2_000): string {
  const prepare: Step[] = [
    { id: 'data1', kind: 'ingest.sample', params: { name: 'breast_cancer' } },
    { id: 'split1', kind: 'prepare.split' },
    { id: 'scale1', kind: 'prepare.scale' },
  ];
  return pipelineOf(
    'Slow',
    [...prepare, { id: 'dense1', kind: 'train.dense', params: { epochs, earlyStopping: false } }],
    [...chain(prepare), ['scale1.table', 'dense1.table']],
  );
}
