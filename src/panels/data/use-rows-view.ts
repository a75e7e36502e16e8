import { useMemo, useState } from 'react';
import type { RowsView } from '../../worker/protocol';

/** How the rows of an output are looked at: at first whole, or the rows that were asked for alone. */
export function useRowsView(
  output: string,
  only: readonly number[] | undefined,
): readonly [RowsView, (view: RowsView) => void] {
  const first: RowsView = useMemo(() => ({ only }), [only]);
  const [known, setKnown] = useState({ output, first, view: first });
  const isKnown = known.output === output && known.first === first;
  return [isKnown ? known.view : first, (view) => setKnown({ output, first, view })];
}
