import { useEffect, useRef, useState } from 'react';
import type { OutputRef, RowsPage } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { refKey } from '../outputs';

export const PAGE = 100;
/** Pages kept: far scrolling must not hold the whole table. */
const KEPT = 24;

/** The pages of a table's rows that cover `first` … `last`, fetched as they are needed. */
export function useRows(ref: OutputRef, first: number, last: number): ReadonlyMap<number, RowsPage> {
  const engine = useEngine();
  const [pages, setPages] = useState<ReadonlyMap<number, RowsPage>>(new Map());
  const asked = useRef(new Set<string>());
  const table = refKey(ref);
  useEffect(() => {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      const name = `${table}#${page}`;
      if (asked.current.has(name)) continue;
      asked.current.add(name);
      engine.rows(ref, page * PAGE, PAGE).then(
        (answer) => {
          if (!answer.ok) return;
          setPages((known) => {
            const kept = [...known].slice(-KEPT + 1);
            for (const [old] of known)
              if (!kept.some(([number]) => number === old)) asked.current.delete(`${table}#${old}`);
            return new Map([...kept, [page, answer.value]]);
          });
        },
        () => asked.current.delete(name),
      );
    }
  }, [engine, ref, table, first, last]);
  return pages;
}
