import { useState } from 'react';
import { type NamedFile, withFileReplaced } from '../../graph/named-files';
import type { FailureDetail } from '../../lib/failure';
import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import { filesCame } from '../../store/run/run-store';
import { diskChanged } from '../disk/disk-changes';
import { useEngine } from '../engine-context';
import { type Judgement, judgeFile } from './missing-files';

/** A given file that is not taken as it is. */
type Doubt = Exclude<Judgement, { readonly is: 'it' }> & { readonly given: NamedFile };

export interface MissingFiles {
  /** Hashes of those that have come, or that others stand for. */
  readonly found: ReadonlySet<string>;
  readonly reading: string | null;
  readonly doubts: readonly (Doubt | { readonly is: 'failed'; readonly failure: FailureDetail })[];
  take(files: readonly File[]): Promise<void>;
  /** Lets another file stand for the one that was named. */
  use(named: NamedFile, given: NamedFile): void;
}

/** Takes files for those that are missing, one after another. */
export function useMissingFiles(missing: readonly NamedFile[], onAll: () => void): MissingFiles {
  const engine = useEngine();
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  const [reading, setReading] = useState<string | null>(null);
  const [doubts, setDoubts] = useState<MissingFiles['doubts']>([]);

  const came = (hashes: ReadonlySet<string>): void => {
    setFound(hashes);
    diskChanged();
    filesCame();
    if (missing.every(({ hash }) => hashes.has(hash))) onAll();
  };
  const take = async (files: readonly File[]): Promise<void> => {
    let here = found;
    const doubtful: MissingFiles['doubts'][number][] = [];
    for (const file of files) {
      setReading(file.name);
      const answer = await engine.putFile(file);
      if (!answer.ok) {
        doubtful.push({ is: 'failed', failure: answer.failure });
        continue;
      }
      const open = missing.filter(({ hash }) => !here.has(hash));
      const judged = judgeFile(open, answer.value);
      if (judged.is === 'it') here = new Set([...here, judged.file.hash]);
      else if (!here.has(answer.value.hash)) doubtful.push({ ...judged, given: answer.value });
    }
    setReading(null);
    setDoubts(doubtful);
    if (here !== found) came(here);
  };
  const use = (named: NamedFile, given: NamedFile): void => {
    const { document, apply } = useDocument.getState();
    apply(
      { type: 'replaceAll', document: withFileReplaced(document, named.hash, given) },
      text(`Use ${given.name} for ${named.name}`, korean`${named.name} 대신 ${given.name}을(를) 쓰기`),
    );
    setDoubts(doubts.filter((doubt) => doubt.is === 'failed' || doubt.given !== given));
    came(new Set([...found, named.hash]));
  };
  return { found, reading, doubts, take, use };
}
