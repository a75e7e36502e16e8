import { useEffect, useRef, useState } from 'react';
import type { OutputRef, RowsPage, RowsView } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { refKey } from '../outputs';

export const PAGE = 100;
/** Pages kept: far scrolling must not hold the whole table. */
const KEPT = 24;

interface Known {
  /** The table and the view of it. */
  readonly name: string;
  readonly pages: ReadonlyMap<number, RowsPage>;
  /** Rows in the view; null until its first page came. */
  readonly of: number | null;
}

const NONE: ReadonlyMap<number, RowsPage> = new Map();

/** The pages of a table's rows, as a view arranges them, that cover `first` … `last`, fetched as they are needed. */
export function useRows(ref: OutputRef, view: RowsView, first: number, last: number): Omit<Known, 'name'> {
  const engine = useEngine();
  const [known, setKnown] = useState<Known>({ name: '', pages: NONE, of: null });
  const asked = useRef(new Set<string>());
  const name = `${refKey(ref)} ${JSON.stringify(view)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` says which table and view it is
  useEffect(() => {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      const place = `${name}#${page}`;
      if (asked.current.has(place)) continue;
      asked.current.add(place);
      engine.rows(ref, page * PAGE, PAGE, view).then(
        (answer) => {
          if (!answer.ok) return;
          setKnown((before) => {
            const pages = before.name === name ? before.pages : NONE;
            const kept = [...pages].slice(-KEPT + 1);
            for (const [old] of before.pages)
              if (before.name !== name || !kept.some(([number]) => number === old))
                asked.current.delete(`${before.name}#${old}`);
            return { name, pages: new Map([...kept, [page, answer.value]]), of: answer.value.of };
          });
        },
        () => asked.current.delete(place),
      );
    }
  }, [engine, name, first, last]);
  return known.name === name ? known : { pages: NONE, of: null };
}
