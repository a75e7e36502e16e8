import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDocument, somePortParams, someWire } from '../testing/graph/arbitrary-documents';
import {
  exampleCatalog,
  exampleDocument,
  exampleLine,
  exampleNode,
  exampleWires,
} from '../testing/graph/example-catalog';
import { applyEdit } from './apply-edit';
import { clipOf, copyText } from './clipboard';
import { documentSchema, type PipelineDocument } from './document';
import type { Edit } from './edit';
import { freshId } from './fresh-id';
import { pasteEdit, readClip } from './paste';
import { saveDocument } from './save-document';
import { structureProblems } from './structure-problems';

const edit = (document: PipelineDocument, change: Edit): PipelineDocument =>
  applyEdit(document, change, exampleCatalog);
const wires = (document: PipelineDocument): string[] => document.edges.map(({ from, to }) => `${from} > ${to}`).sort();

const someEdit = (document: PipelineDocument): fc.Arbitrary<Edit> => {
  const id = fc.constantFrom(
    'nobody',
    ...document.nodes.map((node) => node.id),
    ...document.notes.map((note) => note.id),
  );
  const number = fc.oneof(fc.integer(), fc.double());
  const wire = fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
    .map((numbers) => someWire(document, numbers) ?? { from: 'nobody.a', to: 'nobody.b' });
  const kind = fc.constantFrom('unknown.kind', ...exampleCatalog.all.map((known) => known.id));
  const present = document.edges.length === 0 ? wire : fc.oneof(wire, fc.constantFrom(...document.edges));
  const position = fc.record({ x: number, y: number });
  return fc.oneof(
    fc.record({
      type: fc.constant('addNodes' as const),
      nodes: fc.array(
        fc
          .record({ id: fc.oneof(id, fc.constant('fresh')), kind, position })
          .map(({ id: i, kind: k, position: p }) => exampleNode(i, k, { position: p })),
        { maxLength: 2 },
      ),
      edges: fc.array(wire, { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('remove' as const),
      nodeIds: fc.array(id, { maxLength: 4 }),
      edges: fc.array(present, { maxLength: 2 }),
      noteIds: fc.array(id, { maxLength: 1 }),
      heal: fc.boolean(),
    }),
    fc.record({ type: fc.constant('connect' as const), edge: wire, replace: fc.boolean() }),
    fc.record({ type: fc.constant('connect' as const), edge: wire, replace: fc.boolean(), instead: present }),
    fc.record({ type: fc.constant('moveWire' as const), edge: present, to: fc.nat({ max: 4 }) }),
    fc.record({ type: fc.constant('setParams' as const), nodeId: id, params: somePortParams }),
    fc.record({ type: fc.constant('splice' as const), nodeId: id, edge: present }),
    fc.record({
      type: fc.constant('move' as const),
      positions: fc.dictionary(id, position, { noNullPrototype: true }),
    }),
    fc.record({ type: fc.constant('setParams' as const), nodeId: id, params: fc.constant({ a: 1 }) }),
    fc.record({ type: fc.constant('setLabel' as const), nodeId: id, label: fc.string({ maxLength: 400 }) }),
    fc.record({
      type: fc.constant('setMode' as const),
      nodeIds: fc.array(id),
      mode: fc.constantFrom('on' as const, 'off' as const, 'bypassed' as const),
    }),
    fc.record({ type: fc.constant('setKind' as const), nodeId: id, kind, params: fc.constant({}) }),
    fc.record({
      type: fc.constant('addNote' as const),
      note: fc.record({
        id: fc.oneof(id, fc.constant('freshNote')),
        text: fc.string(),
        position,
        size: fc.record({ width: number, height: number }),
      }),
    }),
    fc.record({
      type: fc.constant('changeNote' as const),
      noteId: id,
      change: fc.record({ text: fc.string(), position }),
    }),
    fc.record({
      type: fc.constant('setAbout' as const),
      change: fc.record({ name: fc.string({ maxLength: 400 }), seed: number }),
    }),
  );
};

describe('applying an edit', () => {
  it('keeps every document valid and free of broken wires, whatever the edit', () => {
    fc.assert(
      fc.property(
        someDocument.chain((document) =>
          fc.tuple(fc.constant(document), fc.array(someEdit(document), { maxLength: 6 })),
        ),
        ([document, edits]) => {
          const after = edits
            // Added wires come from a checked source (paste, palette); the rules of connecting are tested by `connect`.
            .map((change) => (change.type === 'addNodes' ? { ...change, edges: [] } : change))
            .reduce(edit, document);
          expect(documentSchema.safeParse(after).error).toBeUndefined();
          // Ports that went with their params keep their wires, which may close a circle when they come back.
          const broken = structureProblems(exampleCatalog.compile(after)).map(({ code }) => code);
          expect(broken.filter((code) => code !== 'port-vanished' && code !== 'cycle')).toEqual([]);
          if (!edits.some(({ type }) => type === 'setParams')) expect(broken).toEqual([]);
          const ids = [...after.nodes, ...after.notes].map((item) => item.id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the very same object back where nothing changes, and another where something does', () => {
    fc.assert(
      fc.property(
        someDocument.chain((document) => fc.tuple(fc.constant(document), someEdit(document))),
        ([document, change]) => {
          const after = edit(document, change);
          expect(after === document).toBe(saveDocument(after) === saveDocument(document));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never changes the document it was given', () => {
    fc.assert(
      fc.property(
        someDocument.chain((document) => fc.tuple(fc.constant(document), someEdit(document))),
        ([document, change]) => {
          const before = saveDocument(document);
          edit(document, change);
          expect(saveDocument(document)).toBe(before);
        },
      ),
    );
  });

  it('replaces the wire at a taken input only where asked to', () => {
    const edge = { from: 'source1.table', to: 'evaluate1.table' };
    expect(edit(exampleLine(), { type: 'connect', edge, replace: false })).toEqual(exampleLine());
    expect(wires(edit(exampleLine(), { type: 'connect', edge, replace: true }))).toContain(
      'source1.table > evaluate1.table',
    );
    expect(edit(exampleLine(), { type: 'connect', edge, replace: true }).edges).toHaveLength(5);
  });

  it('puts a node into the middle of a wire', () => {
    const document = edit(exampleLine(), {
      type: 'addNodes',
      nodes: [exampleNode('encode1', 'prepare.encode')],
      edges: [],
    });
    const [edge] = exampleWires('scale1.table > dense1.table');
    if (edge === undefined) throw new Error('no wire');
    const after = wires(edit(document, { type: 'splice', nodeId: 'encode1', edge }));
    expect(after).toContain('scale1.table > encode1.rows');
    expect(after).toContain('encode1.rows > dense1.table');
    expect(after).not.toContain('scale1.table > dense1.table');
  });

  it('leaves a wire whole that a node does not fit into', () => {
    const [edge] = exampleWires('source1.table > scale1.table');
    if (edge === undefined) throw new Error('no wire');
    const document = exampleLine();
    expect(edit(document, { type: 'splice', nodeId: 'dense1', edge })).toBe(document);
  });

  it('heals over a chain of removed nodes, to every node they fed', () => {
    const document = exampleDocument(
      [...exampleLine().nodes, exampleNode('encode1', 'prepare.encode')],
      exampleWires(
        'source1.table > scale1.table',
        'scale1.table > encode1.rows',
        'encode1.rows > dense1.table',
        'encode1.rows > evaluate1.table',
      ),
    );
    const remove = { type: 'remove', nodeIds: ['scale1', 'encode1'], edges: [], noteIds: [] } as const;
    expect(wires(edit(document, { ...remove, heal: true }))).toEqual([
      'source1.table > dense1.table',
      'source1.table > evaluate1.table',
    ]);
    expect(wires(edit(document, remove))).toEqual([]);
  });

  it('heals with no wire that could not be drawn: what speaks before the loop never feeds what hears in it', () => {
    const document = exampleDocument(
      [
        exampleNode('dense1', 'train.dense'),
        exampleNode('serve1', 'serve.serve'),
        exampleNode('train1', 'retrain.train'),
      ],
      exampleWires('dense1.model > serve1.model', 'serve1.model > train1.model'),
    );
    expect(structureProblems(exampleCatalog.compile(document))).toEqual([]);
    const healed = edit(document, { type: 'remove', nodeIds: ['serve1'], edges: [], noteIds: [], heal: true });
    expect(wires(healed)).toEqual([]);
  });

  it('heals with no wire back: what was heard a tick late would be heard at once', () => {
    const document = exampleDocument(
      [
        exampleNode('saved1', 'train.saved'),
        exampleNode('serve1', 'serve.serve'),
        exampleNode('serve2', 'serve.serve'),
        exampleNode('pool1', 'retrain.pool'),
      ],
      exampleWires('saved1.model > serve1.model', 'serve1.model > serve2.promoted', 'serve2.model > pool1.models'),
    );
    const healed = edit(document, { type: 'remove', nodeIds: ['serve2'], edges: [], noteIds: [], heal: true });
    expect(wires(healed)).toEqual(['saved1.model > serve1.model']);
  });

  it('heals with the input that the removed node would have let through', () => {
    const document = exampleDocument(
      [
        exampleNode('a', 'ingest.source'),
        exampleNode('b', 'ingest.source'),
        exampleNode('j', 'prepare.join'),
        exampleNode('d', 'train.dense'),
      ],
      exampleWires('b.table > j.right', 'a.table > j.left', 'j.table > d.table'),
    );
    expect(wires(edit(document, { type: 'remove', nodeIds: ['j'], edges: [], noteIds: [], heal: true }))).toEqual([
      'a.table > d.table',
    ]);
  });

  it('gives a node another kind and keeps the wires that fit', () => {
    const after = edit(exampleLine(), { type: 'setKind', nodeId: 'scale1', kind: 'prepare.encode', params: { x: 1 } });
    expect(after.nodes[1]).toMatchObject({ id: 'scale1', kind: 'prepare.encode', params: { x: 1 } });
    expect(wires(after)).toContain('source1.table > scale1.rows');
    expect(wires(after)).toContain('scale1.rows > dense1.table');
    const model = edit(exampleLine(), { type: 'setKind', nodeId: 'scale1', kind: 'train.dense', params: {} });
    expect(wires(model)).toContain('source1.table > scale1.table');
    expect(wires(model).some((wire) => wire.startsWith('scale1.'))).toBe(false);
  });
});

describe('fresh ids', () => {
  it('take the last word of the kind and the first free number', () => {
    const document = exampleLine();
    expect(freshId(document, 'prepare.scale')).toBe('scale2');
    expect(freshId(document, 'prepare.scale', new Set(['scale2']))).toBe('scale3');
    expect(freshId(document, '한글')).toBe('node1');
  });
});

describe('the clipboard', () => {
  it('pastes what was copied: same kinds, params and wires among them, fresh ids, at the place asked for', () => {
    fc.assert(
      fc.property(someDocument, fc.array(fc.nat()), (document, picks) => {
        const nodeIds = picks.flatMap((pick) => document.nodes[pick % Math.max(1, document.nodes.length)]?.id ?? []);
        const source = copyText(document, nodeIds);
        expect(source === null).toBe(nodeIds.length === 0);
        if (source === null) return;
        const read = readClip(source);
        if (!read.ok) throw new Error(read.reason.en);
        expect(read.clip).toEqual(clipOf(document, nodeIds));
        const paste = pasteEdit(document, read.clip, { x: 10, y: 20 });
        const after = edit(document, paste);
        expect(after.nodes.slice(0, document.nodes.length)).toEqual(document.nodes);
        const added = after.nodes.slice(document.nodes.length);
        expect(added.map(({ kind, params, label, mode }) => ({ kind, params, label, mode }))).toEqual(
          read.clip.nodes.map(({ kind, params, label, mode }) => ({ kind, params, label, mode })),
        );
        expect(after.edges.length - document.edges.length).toBe(read.clip.edges.length);
        expect(structureProblems(exampleCatalog.compile(after))).toEqual([]);
        expect(Math.min(...paste.nodes.map((node) => node.position.x))).toBe(10);
        expect(Math.min(...paste.nodes.map((node) => node.position.y))).toBe(20);
      }),
    );
  });

  it('takes a whole pipeline too, and stands a copy where nothing stands yet', () => {
    const read = readClip(saveDocument(exampleLine()));
    if (!read.ok) throw new Error(read.reason.en);
    const once = edit(exampleLine(), pasteEdit(exampleLine(), read.clip));
    const twice = edit(once, pasteEdit(once, read.clip));
    const spots = twice.nodes.slice(5).map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(spots)).toEqual(new Set(['40 40', '80 80']));
  });

  it('copies notes along', () => {
    const note = { id: 'note1', text: 'hello', position: { x: 0, y: 0 }, size: { width: 200, height: 100 } };
    const document = { ...exampleLine(), notes: [note] };
    const read = readClip(copyText(document, [], ['note1']) ?? '');
    if (!read.ok) throw new Error(read.reason.en);
    expect(edit(document, pasteEdit(document, read.clip)).notes.map(({ id, text }) => [id, text])).toEqual([
      ['note1', 'hello'],
      ['note2', 'hello'],
    ]);
  });

  it('reads what an earlier version copied as opening a file of it would', () => {
    const params = { threshold: 0.9 };
    const nodes = [
      { id: 'evaluate1', kind: 'train.evaluate', label: '', params, position: { x: 0, y: 0 }, mode: 'on' },
    ];
    const read = readClip(JSON.stringify({ format: 'millrace/clip', version: 1, nodes, edges: [], notes: [] }));
    expect(read.ok && read.clip.nodes.map(({ kind, params }) => [kind, params.threshold])).toEqual([
      ['train.evaluate', undefined],
      ['train.threshold', 0.9],
    ]);
  });

  it('refuses foreign text in both languages', () => {
    for (const foreign of ['', 'hello', '{"nodes":[]}', '[1]', '{"format":"millrace/clip","nodes":[{"id":"a"}]}']) {
      const read = readClip(foreign);
      expect(!read.ok && read.reason.ko).toMatch(/[가-힣]/);
    }
  });
});
