import { create } from 'zustand';
import { applyEdit } from '../../graph/apply-edit';
import type { PipelineDocument } from '../../graph/document';
import { emptyDocument } from '../../graph/empty-document';
import { createLocalKeys } from '../../graph/local-keys';
import { sameWire } from '../../graph/wire';
import { catalog } from '../../nodes/catalog';
import { createChecker, type OutputSchemas, type SchemasByNode } from '../../nodes/check-pipeline';
import type { DocumentState, Selection } from './document-state';
import { close, emptyHistory, type History, record, redo, type Standing, undo } from './history';
import { asRun } from './pipeline-as-run';

const nothingSelected: Selection = { nodes: [], edges: [], notes: [] };
const check = createChecker();
const localKeys = createLocalKeys();

/** Schemas learned by running, by local key: they hold again when an edit is taken back. */
let learned = new Map<number, OutputSchemas>();
let known: SchemasByNode = {};
let history: History = emptyHistory;
/** What was opened, or last saved to a file; null where that is not in this tab. */
let saved: PipelineDocument | null = emptyDocument();

export const useDocument = create<DocumentState>()((set, get) => {
  const show = (document: PipelineDocument, selection = get().selection): void => {
    known = knownFor(document);
    const { problems, schemas } = check(asRun(document), known);
    set({
      document,
      problems,
      schemas,
      selection: pruned(selection, document),
      undoLabel: history.done.at(-1)?.label ?? null,
      redoLabel: history.undone.at(-1)?.label ?? null,
      dirty: document !== saved,
    });
  };
  /** Puts another pipeline in the place of the present one. */
  const putBack = (document: PipelineDocument, { dirty, inFile }: Standing): void => {
    learned = new Map();
    saved = dirty ? null : document;
    set({ session: get().session + 1, inFile });
    show(document, nothingSelected);
  };
  return {
    document: saved ?? emptyDocument(),
    session: 0,
    selection: nothingSelected,
    problems: [],
    schemas: {},
    undoLabel: null,
    redoLabel: null,
    dirty: false,
    inFile: false,
    apply: (edit, label, gesture) => {
      const before = get().document;
      const after = applyEdit(before, edit, catalog);
      if (after === before) return;
      const step = { before, after, label, gesture: gesture ?? null, at: Date.now() };
      const recorded = record(history, step);
      history = recorded.history;
      show(recorded.document);
    },
    undo: () => {
      const taken = undo(history);
      if (taken === null) return;
      history = taken.history;
      const { before, opened } = taken.step;
      if (opened !== undefined) putBack(before, opened.before);
      else show(before);
    },
    redo: () => {
      const again = redo(history);
      if (again === null) return;
      history = again.history;
      const { after, opened } = again.step;
      if (opened !== undefined) putBack(after, opened.after);
      else show(after);
    },
    select: (change) => {
      const { selection, document } = get();
      const next = pruned({ ...selection, ...change }, document);
      if (sameSelection(selection, next)) return;
      history = close(history);
      set({ selection: next });
    },
    open: (document, options) => {
      const { document: before, dirty, inFile } = get();
      const standing = { dirty: options?.dirty === true, inFile: options?.inFile === true };
      const opened = { before: { dirty, inFile }, after: standing };
      history =
        options?.as === undefined
          ? emptyHistory
          : close(
              record(history, { before, after: document, label: options.as, gesture: null, at: Date.now(), opened })
                .history,
            );
      putBack(document, standing);
    },
    markSaved: () => {
      history = close(history);
      saved = get().document;
      set({ dirty: false, inFile: true });
    },
    learnSchemas: (nodeId, outputs, of) => {
      const key = localKeys(asRun(of ?? get().document)).get(nodeId);
      if (key === undefined || JSON.stringify(learned.get(key)) === JSON.stringify(outputs)) return;
      learned.set(key, outputs);
      show(get().document);
    },
  };
});

/** What can be undone and redone now. */
export const historyNow = (): History => history;

/** Takes up what could be undone and redone of this very document before the page was loaded again. */
export function takeUpHistory(earlier: History): void {
  history = close(earlier);
  useDocument.setState({
    undoLabel: history.done.at(-1)?.label ?? null,
    redoLabel: history.undone.at(-1)?.label ?? null,
  });
}

/** The documents that undo and redo can bring back. */
export const documentsInHistory = (): readonly PipelineDocument[] =>
  [...history.done, ...history.undone].flatMap(({ before, after }) => [before, after]);

/** The learned schemas that hold for a document; the same object while nothing changed. */
function knownFor(document: PipelineDocument): SchemasByNode {
  const next: Record<string, OutputSchemas> = {};
  if (learned.size > 0) {
    for (const [nodeId, key] of localKeys(asRun(document))) {
      const outputs = learned.get(key);
      if (outputs !== undefined) next[nodeId] = outputs;
    }
  }
  const ids = Object.keys(next);
  const same = ids.length === Object.keys(known).length && ids.every((id) => known[id] === next[id]);
  return same ? known : next;
}

function pruned(selection: Selection, document: PipelineDocument): Selection {
  const nodes = new Set(document.nodes.map((node) => node.id));
  const notes = new Set(document.notes.map((note) => note.id));
  const next: Selection = {
    nodes: selection.nodes.filter((id) => nodes.has(id)),
    edges: selection.edges.filter((edge) => document.edges.some((wire) => sameWire(wire, edge))),
    notes: selection.notes.filter((id) => notes.has(id)),
  };
  return sameSelection(selection, next) ? selection : next;
}

function sameSelection(a: Selection, b: Selection): boolean {
  const same = <T>(x: readonly T[], y: readonly T[], equal: (p: T, q: T) => boolean): boolean =>
    x.length === y.length &&
    x.every((item, index) => {
      const other = y[index];
      return other !== undefined && equal(item, other);
    });
  const identical = (p: string, q: string): boolean => p === q;
  return same(a.nodes, b.nodes, identical) && same(a.edges, b.edges, sameWire) && same(a.notes, b.notes, identical);
}
