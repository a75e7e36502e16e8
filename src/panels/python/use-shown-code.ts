import { useMemo } from 'react';
import { indexCodes } from '../../export/program';
import { codes as all } from '../../nodes/codes';
import { useDocument } from '../../store/document/document-store';
import { type ShownCode, shownCode } from './shown-code';

const codes = indexCodes(all);

/** A node in Python, anew after each edit and each run. */
export function useShownCode(target: string, apart: boolean): ShownCode {
  const document = useDocument((state) => state.document);
  const problems = useDocument((state) => state.problems);
  const schemas = useDocument((state) => state.schemas);
  return useMemo(
    () => shownCode({ document, problems, schemas }, target, { codes, apart }),
    [document, problems, schemas, target, apart],
  );
}
