import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../graph/apply-edit';
import type { PipelineDocument } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import { roomOf } from '../../graph/layout';
import { openLoops } from '../../graph/open-loops';
import { lookOf, rentalsCsv } from '../../testing/nodes/own-csv';
import { templates } from '../../testing/nodes/templates';
import { catalog } from '../catalog';
import { checkPipeline, type SchemasByNode } from '../check-pipeline';
import { buildSteps, stepsFor } from '../own-data/own-pipeline';
import { propose } from '../own-data/propose';
import { loopBases, makeLoop, usualBatch } from './make-loop';

const room = roomOf(null);
const file = { kind: 'ingest.file', params: { file: { name: 'a.csv', hash: 'a'.repeat(64), bytes: 10 } } };

/** The pipeline for a file, and the file's columns as a run makes them known. */
async function trained(): Promise<{ readonly document: PipelineDocument; readonly known: SchemasByNode }> {
  const look = await lookOf(rentalsCsv());
  const decisions = { kept: new Set<string>(), byTime: true, asImages: false };
  const steps = stepsFor(look, propose(look, 'rented'), file, decisions);
  const { document } = buildSteps(emptyDocument(), catalog, steps, { name: 'a', room });
  const fields = look.columns.map(({ name, type, role }) => ({ name, type, role }));
  const table = {
    type: 'table',
    fields,
    complete: true,
    rows: 1440,
    partitioned: false,
    fittedBeforeSplit: [],
  } as const;
  return { document, known: { file1: { table } } };
}

const basesOf = (document: PipelineDocument, known: SchemasByNode = {}) => {
  const pipeline = catalog.compile(document);
  return loopBases(pipeline, checkPipeline(pipeline, known).schemas);
};

describe('a loop around a trained pipeline', () => {
  it('knows the table, the target and the time', async () => {
    const { document, known } = await trained();
    expect(basesOf(document, known)).toMatchObject([
      { nodeId: 'dense1', table: { nodeId: 'file1', port: 'table' }, target: 'rented', time: 'day', rows: 1440 },
    ]);
  });

  it('stands laid out and wired all round, with nothing to mend', async () => {
    const { document, known } = await trained();
    const [base] = basesOf(document, known);
    const edit = base && makeLoop(document, catalog, base, { time: 'day', batchRows: 20 }, room);
    if (!edit) throw new Error('no loop');
    const loop = applyEdit(document, edit, catalog);
    const pipeline = catalog.compile(loop);
    expect(openLoops(pipeline)).toEqual([]);
    expect(checkPipeline(pipeline, known).problems).toEqual([]);
    expect(loop.nodes).toHaveLength(document.nodes.length + 6);
    expect(loop.edges).toHaveLength(document.edges.length + 10);
    expect(pipeline.node('stream1')?.node.params).toMatchObject({ order: 'time', timeColumn: 'day', batchRows: 20 });
    expect(new Set(loop.nodes.map(({ position: { x, y } }) => `${x} ${y}`)).size).toBe(loop.nodes.length);
  });

  it('can be made around the model of every template that trains one and does not tick yet', () => {
    for (const document of templates) {
      const pipeline = catalog.compile(document);
      if (pipeline.enabled('trainer').length === 0 || pipeline.enabled('stream').length > 0) continue;
      const bases = basesOf(document);
      expect(bases, document.name).not.toEqual([]);
      for (const base of bases) {
        const edit = makeLoop(document, catalog, base, { time: null, batchRows: 10 }, room);
        const loop = edit && catalog.compile(applyEdit(document, edit, catalog));
        const problems = loop && checkPipeline(loop).problems.filter(({ severity }) => severity === 'error');
        expect(problems, document.name).toEqual([]);
      }
    }
  });

  it('is made of no pipeline that ticks already', () => {
    const ticking = templates.filter((document) => catalog.compile(document).enabled('stream').length > 0);
    expect(ticking.flatMap((document) => basesOf(document))).toEqual([]);
  });

  it('has some fifty batches, of a round number of rows', () => {
    expect([200, 891, 17_379, 50_000, null].map(usualBatch)).toEqual([5, 5, 100, 500, 100]);
  });
});
