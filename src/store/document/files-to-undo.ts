import { namedFiles } from '../../graph/named-files';
import { documentsInHistory } from './document-store';

/** Hashes of the files that undo or redo may bring back: they are in use, although no kept document names them. */
export function filesToUndo(): readonly string[] {
  const hashes = documentsInHistory().flatMap((document) => namedFiles(document).map(({ hash }) => hash));
  return [...new Set(hashes)];
}
