import { useState } from 'react';
import type { RowsView } from '../../worker/protocol';

const WHOLE: RowsView = {};

/** How the rows of an output are looked at; another output is looked at whole. */
export function useRowsView(output: string): readonly [RowsView, (view: RowsView) => void] {
  const [known, setKnown] = useState({ output, view: WHOLE });
  return [known.output === output ? known.view : WHOLE, (view) => setKnown({ output, view })];
}
