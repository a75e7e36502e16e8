import type { DataNote } from '../../table/notes';
import type { DataLook, SetAside } from './data-look';
import { mayBeTarget } from './guess-target';
import { type Pixels, pixelsOf } from './pixels';
import { namesParts, whyAside } from './set-aside';

/** What may be made of a file: everything is a guess that a person can change. */
export interface Proposal {
  /** Null where no column can be predicted, or none is to be. */
  readonly target: string | null;
  /** Columns that can be predicted, as the file has them. */
  readonly targets: readonly string[];
  readonly setAside: readonly SetAside[];
  /** The column that says which part a row belongs to. */
  readonly part: string | null;
  /** A column of dates; the newest rows can be set aside for the test. */
  readonly time: string | null;
  /** The rows stand in order of it. */
  readonly inOrder: boolean;
  readonly pixels: Pixels | null;
}

/**
 * What to make of a file whose `target` is to be predicted. `risks` is what the data say once they know the target:
 * columns that give it away are set aside with what is said of them.
 */
export function propose(look: DataLook, target: string | null, risks: readonly DataNote[] = []): Proposal {
  const pixels = pixelsOf(look, target);
  const pixelNames = new Set(pixels?.columns);
  const dates = look.columns.filter(({ type, name }) => type === 'date' && name !== target);
  const time = look.ordered ?? (dates.length === 1 ? dates[0]?.name : null) ?? null;
  const setAside: SetAside[] = [];
  for (const column of look.columns) {
    const { name } = column;
    if (name === target || name === time || pixelNames.has(name)) continue;
    const why = whyAside(column, look);
    if (why !== null) setAside.push(why);
  }
  const known = new Set(setAside.map(({ column }) => column));
  for (const { mend, message } of risks) {
    if (mend?.type !== 'columns') continue;
    for (const column of mend.drop ?? []) {
      if (known.has(column) || column === target || column === time) continue;
      known.add(column);
      setAside.push({ column, as: 'drop', reason: message, mayStay: true });
    }
  }
  return {
    target,
    targets: look.columns.filter((column) => mayBeTarget(column, look.rows)).map(({ name }) => name),
    setAside: look.columns.flatMap(({ name }) => setAside.find(({ column }) => column === name) ?? []),
    part: look.columns.find(namesParts)?.name ?? null,
    time,
    inOrder: time !== null && time === look.ordered,
    pixels,
  };
}
