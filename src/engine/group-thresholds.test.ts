import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import type { JsonObject } from '../lib/json';
import { catalog } from '../nodes/catalog';
import { checkPipeline } from '../nodes/check-pipeline';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { cellText } from '../table/cells';
import { columnNamed } from '../table/columns';
import { emptyHost } from '../testing/engine/fake-kinds';
import { createEngine } from './engine';
import type { EngineEvent } from './events';
import { indexKinds } from './kinds';

/** Loans, prepared, learned, a threshold of their own for loans of the east; evaluated prepared, predicted raw. */
function loans(columns: JsonObject, told: string | null, rule: JsonObject = {}): PipelineDocument {
  const threshold = { groupColumn: 'region', groups: { east: 0.2 }, ...rule };
  const kinds: readonly (readonly [string, string, JsonObject?])[] = [
    ['loans', 'ingest.synthetic', { data: 'loans', rows: 1_200 }],
    ['columns', 'prepare.columns', columns],
    ['split', 'prepare.split'],
    ['missing', 'prepare.missing'],
    ['encode', 'prepare.encode'],
    ['scale', 'prepare.scale'],
    ['linear', 'train.linear', { epochs: 5 }],
    ['threshold', 'train.threshold', threshold],
    ['evaluate', 'train.evaluate'],
    ['predict', 'serve.predict'],
  ];
  const line = ['loans', 'columns', 'split', 'missing', 'encode', 'scale', 'linear'];
  return {
    format: 'millrace/pipeline',
    version: 4,
    name: 'test',
    description: '',
    seed: 42,
    nodes: kinds.map(([id, kind, params = {}]) => ({
      id,
      kind,
      label: '',
      params,
      position: { x: 0, y: 0 },
      mode: 'on' as const,
    })),
    edges: [
      ...line.slice(1).map((to, i) => ({ from: `${line[i]}.table`, to: `${to}.table` })),
      { from: 'linear.model', to: 'threshold.model' },
      ...(told === null ? [] : [{ from: `${told}.table`, to: 'threshold.table' }]),
      { from: 'threshold.model', to: 'evaluate.model' },
      { from: 'scale.table', to: 'evaluate.table' },
      { from: 'threshold.model', to: 'predict.model' },
      { from: 'loans.table', to: 'predict.table' },
    ],
    notes: [],
  };
}

async function run(document: PipelineDocument) {
  const engine = createEngine({ kinds: indexKinds(specs, runners), host: emptyHost });
  const { signal } = new AbortController();
  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent): void => void events.push(event);
  const report = await engine.run({ runId: 'r', document, backend: 'cpu', signal, emit });
  const outputs = (id: string) => {
    const event = events.find((one) => one.type === 'nodeCompleted' && one.nodeId === id);
    return event?.type === 'nodeCompleted' ? event.outputs.model : undefined;
  };
  const saidBy = async (id: string): Promise<readonly (string | null)[]> => {
    const value = (await engine.result(report.nodes[id]?.key ?? ''))?.outputs.predictions;
    if (value?.type !== 'table') throw new Error(`no predictions: ${JSON.stringify(report.nodes[id])}`);
    const column = columnNamed(value.table, 'predicted');
    return Array.from({ length: value.table.rows }, (_, row) => cellText(column, row));
  };
  return { report, saidBy, outputs };
}

const SENSITIVE = { settings: { region: { role: 'sensitive' } } };

describe('thresholds of groups', () => {
  it('are obeyed alike by whoever has prepared rows and whoever has raw ones', async () => {
    const { saidBy } = await run(loans(SENSITIVE, null));
    const [evaluated, predicted] = [await saidBy('evaluate'), await saidBy('predict')];
    expect(predicted).toEqual(evaluated);
    const plain = await run(loans(SENSITIVE, null, { groupColumn: '' }));
    expect(await plain.saidBy('evaluate')).not.toEqual(evaluated);
  });

  it('stand in place of the figures of training, which did not know them, wherever the model goes on', async () => {
    const given = loans(SENSITIVE, null);
    const [last] = given.nodes.filter(({ id }) => id === 'predict');
    if (last === undefined) throw new Error('no predict');
    const { outputs } = await run({
      ...given,
      nodes: [...given.nodes, { ...last, id: 'deploy', kind: 'serve.deploy' }],
      edges: [...given.edges, { from: 'threshold.model', to: 'deploy.model' }],
    });
    expect(outputs('linear')?.metrics).toMatchObject({ validationAccuracy: expect.any(Number) });
    expect(outputs('linear')).not.toHaveProperty('decision');
    for (const id of ['threshold', 'deploy']) {
      expect(outputs(id)).not.toHaveProperty('metrics');
      expect(outputs(id)?.decision?.en).toBe('“yes” from 0.5 on; by “region”: east 0.2');
    }
  });

  it.each([['scale'], ['split'], [null]])(
    'are refused where a step replaces what they are told by (table of %s)',
    async (told) => {
      const { report } = await run(loans({}, told));
      expect(report.nodes.threshold).toMatchObject({ status: 'failed' });
      expect(report.nodes.threshold?.failure?.code).toMatch(/^(group-column-gone|column-not-found)$/);
      expect(report.nodes.evaluate?.status).toBe('skipped');
    },
  );

  it.each([
    ['groups by the target', { groupColumn: 'approved' }, 'groups-by-target'],
    ['a class that is none', { positiveClass: 'perhaps' }, 'class-not-found'],
    ['a column that is nowhere', { groupColumn: 'shoe' }, 'group-column-gone'],
    ['a measure without rows', { method: 'measure' }, 'table-needed'],
  ])('are refused before anything runs: %s', (_, rule, code) => {
    const { problems } = checkPipeline(catalog.compile(loans(SENSITIVE, null, rule)));
    expect(problems.filter(({ severity }) => severity === 'error').map((one) => [one.nodeId, one.code])).toEqual([
      ['threshold', code],
    ]);
  });

  it('lack no table where one is wired whose settings have to be mended first', () => {
    const { nodes, ...rest } = loans(SENSITIVE, 'scale', { method: 'measure' });
    const broken = nodes.map((node) => (node.id === 'missing' ? { ...node, params: { numbers: 'nonsense' } } : node));
    const { problems } = checkPipeline(catalog.compile({ ...rest, nodes: broken }));
    const errors = problems.filter(({ severity }) => severity === 'error').map((one) => one.nodeId);
    expect(errors).toEqual(['missing']);
  });
});
