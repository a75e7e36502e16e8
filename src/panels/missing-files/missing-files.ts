import { type NamedFile, namedFiles } from '../../graph/named-files';
import { useDocument } from '../../store/document/document-store';
import type { EngineClient } from '../../worker/protocol';

/** What a given file is to those that are missing: one of them, another state of one, or none. */
export type Judgement = { readonly is: 'it' | 'other'; readonly file: NamedFile } | { readonly is: 'none' };

/** A file is known by its content. By its name, or as the only one that is missing, it may stand for one. */
export function judgeFile(missing: readonly NamedFile[], given: NamedFile): Judgement {
  const same = missing.find(({ hash }) => hash === given.hash);
  if (same !== undefined) return { is: 'it', file: same };
  const [only] = missing.length === 1 ? missing : [];
  const other = missing.find(({ name }) => name.toLowerCase() === given.name.toLowerCase()) ?? only;
  return other === undefined ? { is: 'none' } : { is: 'other', file: other };
}

/** Those that the disk says it does not hold. */
async function missingOf(files: readonly NamedFile[], { hasFile }: Pick<EngineClient, 'hasFile'>) {
  const held = await Promise.all(files.map(({ hash }) => hasFile(hash).catch(() => true)));
  return files.filter((_, at) => held[at] === false);
}

/** Tells of the files that a document needs and that are not here, as soon as it is opened. Returns what ends this. */
export function watchMissingFiles(
  engine: Pick<EngineClient, 'hasFile'>,
  tell: (missing: readonly NamedFile[]) => void,
): () => void {
  let watching = true;
  const look = async (): Promise<void> => {
    const { document, session } = useDocument.getState();
    const files = namedFiles(document);
    if (files.length === 0) return;
    const missing = await missingOf(files, engine);
    if (watching && missing.length > 0 && useDocument.getState().session === session) tell(missing);
  };
  const stop = useDocument.subscribe((now, before) => {
    // The session changes right before its document does.
    if (now.session !== before.session) queueMicrotask(() => void look());
  });
  void look();
  return () => {
    watching = false;
    stop();
  };
}
