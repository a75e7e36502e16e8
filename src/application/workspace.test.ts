import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Host } from '../engine/host';
import { indexKinds } from '../engine/kinds';
import { emptyDocument } from '../graph/empty-document';
import { openDocument } from '../graph/open-document';
import { createMemoryBlobs } from '../lib/blob-store';
import { Cancelled } from '../lib/failure';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { createRegistry } from '../registry/create-registry';
import { wineDocument } from '../testing/export/example-programs';
import { exampleDocument, exampleNode } from '../testing/graph/example-catalog';
import { fakeLineage } from '../testing/lib/fake-version';
import { fakeLinearModel } from '../testing/models/fake-model';
import { createWorkspace } from './workspace';

/* What a server's routes need: nothing of worker/ or cli/. */

const kinds = indexKinds(specs, runners);
const host: Host = {
  readFile: () => Promise.reject(new Error('no files here')),
  readAsset: (path) => readFile(fileURLToPath(new URL(`../../public/${path}`, import.meta.url))),
  now: () => performance.now(),
};

async function template(name: string) {
  const opened = openDocument(new TextDecoder().decode(await host.readAsset(`templates/${name}.json`)), kinds.catalog);
  if (!opened.ok) throw new Error(`the template ${name} does not open`);
  return opened.document;
}

const open = () =>
  createWorkspace({
    kinds,
    host,
    registry: createRegistry(createMemoryBlobs(), { now: () => '2026-01-01T00:00:00Z' }),
  });

/** A workspace in which the template has been run, and its model. */
let ran: ReturnType<typeof runOnce> | undefined;
const afterRun = () => (ran ??= runOnce());

async function runOnce() {
  const workspace = open();
  const document = await template('multiclass');
  const run = {
    runId: 'r',
    document,
    backend: 'cpu',
    signal: new AbortController().signal,
    emit: () => undefined,
  } as const;
  const { report, kept } = await workspace.run(run);
  expect(report.status).toBe('completed');
  const { versions, failures } = await kept;
  expect(failures).toEqual([]);
  const [version] = versions;
  if (version === undefined) throw new Error('the template trains a model');
  return { workspace, report, version };
}

/** The first row that the template reads. */
const WINE = {
  alcohol: '14.23',
  malic_acid: '1.71',
  ash: '2.43',
  alcalinity_of_ash: '15.6',
  magnesium: '127',
  total_phenols: '2.8',
  flavanoids: '3.06',
  nonflavanoid_phenols: '0.28',
  proanthocyanins: '2.29',
  color_intensity: '5.64',
  hue: '1.04',
  'od280/od315_of_diluted_wines': '3.92',
  proline: '1065',
};

/** Its activation is none that the plain forward pass knows: it is answered by a backend. */
const needsBackend = () => {
  const model = fakeLinearModel(
    ['x'],
    [[1]],
    { name: 'y' },
    { source: [{ name: 'x', type: 'number', role: null, typical: '1', min: 0, max: 4 }], steps: [] },
  );
  const layers = [
    {
      class_name: 'Dense',
      config: { name: 'dense_1', units: 1, activation: 'selu', use_bias: true, batch_input_shape: [null, 1] },
    },
  ];
  return {
    ...model,
    body: { ...model.body, topology: { class_name: 'Sequential', config: { name: 'selu', layers } } },
  };
};

describe('a workspace, with nothing of worker/ or cli/', () => {
  it('runs a template, keeps its model, lists it, shows it, and hands its outputs out', async () => {
    const { workspace, report, version } = await afterRun();
    const list = await workspace.models.list();
    expect(list.ok && list.value.versions.map(({ id }) => id)).toEqual([version.id]);
    const shown = await workspace.preview({ line: version.line });
    expect(shown).toMatchObject({ ok: true, value: { type: 'model', classes: ['class_0', 'class_1', 'class_2'] } });
    const data = { key: report.nodes.data1?.key ?? '', port: 'table' };
    expect(await workspace.rows(data, 0, 1)).toMatchObject({
      ok: true,
      value: { sourceRows: [0] },
    });
    const file = await workspace.exportOutput(data);
    expect(file.ok && file.value.fileName).toBe('table.csv');
    expect(Object.keys(await workspace.keys(await template('multiclass'), 'cpu'))).toContain('data1');
  });

  it('predicts the same by a line, a version and a model file, and says why', async () => {
    const { workspace, version } = await afterRun();
    const file = await workspace.models.download(version.id);
    if (!file.ok) throw new Error(file.failure.message.en);
    const options = { backend: 'cpu' } as const;
    const byLine = await workspace.predict({ line: version.line }, [WINE], options);
    expect(byLine).toMatchObject({ ok: true, value: [{ answer: { value: 'class_0' } }] });
    expect(await workspace.predict({ version: version.id }, [WINE], options)).toEqual(byLine);
    expect(await workspace.predict({ modelFile: file.value.bytes }, [WINE], options)).toEqual(byLine);
    const why = await workspace.explain({ line: version.line }, WINE, options);
    expect(why).toMatchObject({ ok: true, value: { of: 'class_0' } });
  });

  it('says which lines there are where one is asked for that is not', async () => {
    const { workspace, version } = await afterRun();
    const gone = await workspace.predict({ line: 'nobody' }, [WINE], { backend: 'cpu' });
    expect(gone).toMatchObject({ ok: false, failure: { code: 'line-unknown' } });
    expect(gone.ok ? '' : gone.failure.hint.en).toContain(version.line);
  });

  it('answers on the backend that it is asked for, whatever ran or was played before', async () => {
    const registry = createRegistry(createMemoryBlobs(), { now: () => '' });
    const workspace = createWorkspace({ kinds, host, registry });
    const { id: version } = await registry.add(needsBackend(), { line: 'y', metrics: {}, lineage: fakeLineage });
    const document = emptyDocument();
    const signal = new AbortController().signal;
    await workspace.run({ runId: 'r', document, backend: 'cpu', signal, emit: () => undefined });
    const play = { sessionId: 's', document, clock: 'virtual', ticksPerSecond: null, emit: () => undefined } as const;
    await workspace.live.start({ ...play, backend: 'cpu' });
    // Node has no graphics card to compute with.
    const failed = { ok: false, failure: { code: 'backend-unavailable' } };
    expect(await workspace.predict({ version }, [{ x: '2' }], { backend: 'webgl' })).toMatchObject(failed);
    expect(await workspace.predict({ version }, [{ x: '2' }], { backend: 'cpu' })).toMatchObject({ ok: true });
    expect(await workspace.explain({ version }, { x: '2' }, { backend: 'webgl' })).toMatchObject(failed);
  });

  it('keeps no model of a run where it has no registry', async () => {
    const workspace = createWorkspace({ kinds, host });
    const document = await template('multiclass');
    const run = {
      runId: 'r',
      document,
      backend: 'cpu',
      signal: new AbortController().signal,
      emit: () => undefined,
    } as const;
    const { kept } = await workspace.run(run);
    expect((await kept).versions).toEqual([]);
    expect(await workspace.models.list()).toEqual({ ok: true, value: { versions: [], troubles: [] } });
  });
});

describe('a pipeline in Python', () => {
  const asked = {
    document: wineDocument,
    backend: 'cpu',
    language: 'en',
    fitted: false,
    signal: new AbortController().signal,
    emit: () => undefined,
  } as const;

  it('is a script or a notebook beside the rows that it reads, by what has run', async () => {
    const workspace = open();
    const script = await workspace.exportPython(asked);
    expect(script.ok && [...script.value.files.keys()]).toEqual(['pipeline.py', 'data/wine.csv']);
    const notebook = await workspace.exportPython({ ...asked, notebook: true });
    expect(notebook.ok && [...notebook.value.files.keys()]).toEqual(['pipeline.ipynb', 'data/wine.csv']);
    // What ran for it left its model, as every run does.
    expect(await workspace.models.list()).toMatchObject({ ok: true, value: { versions: [{ number: 1 }] } });
  });

  it('has the files that it reads beside it, byte for byte', async () => {
    const [mine, other] = ['a,b\r\n1,x\r\n', 'a;b\n2;y\n'].map((text) => new TextEncoder().encode(text));
    const hashes = new Map([
      ['a'.repeat(64), mine],
      ['b'.repeat(64), other],
    ]);
    const nodes = [...hashes].map(([hash, bytes = new Uint8Array()], at) =>
      exampleNode(`read${at}`, 'ingest.file', { params: { file: { name: 'rows.csv', hash, bytes: bytes.length } } }),
    );
    const readGiven = async (hash: string) => hashes.get(hash) ?? new Uint8Array();
    const workspace = createWorkspace({ kinds, host: { ...host, readFile: readGiven } });
    const written = await workspace.exportPython({ ...asked, document: exampleDocument(nodes, []) });
    if (!written.ok) throw new Error(written.failure.message.en);
    const { files } = written.value;
    expect([...files.keys()]).toEqual(['pipeline.py', 'rows.csv', 'rows-2.csv']);
    expect([files.get('rows.csv'), files.get('rows-2.csv')]).toEqual([mine, other]);
    const script = new TextDecoder().decode(files.get('pipeline.py'));
    expect(script).toContain('"rows.csv"');
    expect(script).toContain('"rows-2.csv"');
  });

  it('fails as the first of its nodes does, and is cancelled as a run is', async () => {
    const [wine, ...others] = wineDocument.nodes;
    if (wine === undefined) throw new Error('it reads wine');
    const nameless = { ...wine, params: { name: 'no such sample' } };
    const failed = await open().exportPython({ ...asked, document: { ...wineDocument, nodes: [nameless, ...others] } });
    expect(failed).toMatchObject({ ok: false, failure: { code: 'bad-param' } });
    await expect(open().exportPython({ ...asked, signal: AbortSignal.abort() })).rejects.toThrow(Cancelled);
  });
});
