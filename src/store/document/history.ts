import type { PipelineDocument } from '../../graph/document';
import type { Text } from '../../lib/text';

/** One thing a person did. */
export interface Step {
  readonly before: PipelineDocument;
  readonly after: PipelineDocument;
  readonly label: Text;
  readonly gesture: string | null;
  /** Milliseconds, of its latest change. */
  readonly at: number;
  /** Another pipeline was opened: whether a file holds each of the two, to the last edit and at all. */
  readonly opened?: { readonly before: Standing; readonly after: Standing };
}

/** How a document stands to files. */
export interface Standing {
  readonly dirty: boolean;
  readonly inFile: boolean;
}

/** What can be undone and what redone; the latest step stands last in each. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** The last step takes no more changes of its gesture. */
  readonly closed: boolean;
}

export const emptyHistory: History = { done: [], undone: [], closed: true };

/** Older steps are forgotten. */
export const MAX_STEPS = 200;

/** A pause this long ends a gesture, drags aside: a hand may rest on the mouse. */
export const GESTURE_PAUSE_MS = 1_500;

/**
 * Adds a step. It merges into the last one while both belong to one gesture that nothing came between:
 * no other edit, no undo, no change of selection and, unless the gesture's name starts with `drag`, no
 * pause. A gesture that comes back to where it began leaves no step, and the document it began with.
 */
export function record(
  history: History,
  step: Step,
): { readonly history: History; readonly document: PipelineDocument } {
  const last = history.done.at(-1);
  const merges =
    last !== undefined &&
    !history.closed &&
    step.gesture !== null &&
    step.gesture === last.gesture &&
    (step.gesture.startsWith('drag') || step.at - last.at < GESTURE_PAUSE_MS);
  if (!merges) {
    const done = [...history.done, step].slice(-MAX_STEPS);
    return { history: { done, undone: [], closed: false }, document: step.after };
  }
  const earlier = history.done.slice(0, -1);
  if (sameDocument(last.before, step.after)) {
    return { history: { done: earlier, undone: [], closed: true }, document: last.before };
  }
  const done = [...earlier, { ...step, before: last.before }];
  return { history: { done, undone: [], closed: false }, document: step.after };
}

/** Ends the gesture that is under way. */
export function close(history: History): History {
  return history.closed ? history : { ...history, closed: true };
}

export function undo(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, step], closed: true } };
}

export function redo(history: History): { readonly step: Step; readonly history: History } | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return { step, history: { done: [...history.done, step], undone: history.undone.slice(0, -1), closed: true } };
}

/** Whether two documents say the same; parts they have in common are not looked into. */
function sameDocument(a: PipelineDocument, b: PipelineDocument): boolean {
  const same = (x: unknown, y: unknown): boolean => x === y || JSON.stringify(x) === JSON.stringify(y);
  const sameList = (x: readonly unknown[], y: readonly unknown[]): boolean =>
    x === y || (x.length === y.length && x.every((item, index) => same(item, y[index])));
  return (
    a === b ||
    (a.name === b.name &&
      a.description === b.description &&
      a.seed === b.seed &&
      sameList(a.nodes, b.nodes) &&
      sameList(a.edges, b.edges) &&
      sameList(a.notes, b.notes))
  );
}
