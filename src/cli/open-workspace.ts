import { createWorkspace, type Workspace } from '../application/workspace';
import type { Host } from '../engine/host';
import type { Kinds } from '../engine/kinds';
import { createLake } from '../lake/create-lake';
import type { DataLake } from '../lake/lake';
import { createRegistry } from '../registry/create-registry';
import { createFolderBlobs } from './folder-blobs';
import { cacheFolder, openFiles } from './node-host';
import { createNodePool } from './node-pool';
import { type Output, say } from './output';

/** A workspace over folders of this machine. */
export interface OpenWorkspace {
  readonly workspace: Workspace;
  /** Undefined where the command line names none. */
  readonly lake: DataLake | undefined;
  /** From now on its folders are written only while this does not throw. */
  writesWhile(assertOurs: () => void): void;
  /** Ends its threads. */
  close(): Promise<void>;
}

/** Opens the workspace of a command: its registry and its lake are the folders that it names. */
export function openWorkspace(
  { registry, lake: folder }: { readonly registry?: string; readonly lake?: string },
  kinds: Kinds,
  host: Host,
  output: Output,
): OpenWorkspace {
  let assertOurs = (): void => {};
  const blobs = (at: string) => createFolderBlobs(at, () => assertOurs());
  const lake = folder === undefined ? undefined : createLake(blobs(folder));
  const models =
    registry === undefined ? undefined : createRegistry(blobs(registry), { now: () => new Date().toISOString() });
  const kept = { ...(lake && { lake }), ...(models && { registry: models }) };
  let close = async (): Promise<void> => {};
  const workspace = createWorkspace({
    kinds,
    host,
    files: openFiles(cacheFolder(process.env)),
    ...kept,
    threads(inThread) {
      const pool = createNodePool({
        host: { ...host, ...kept },
        inThread,
        log: (message) => output.err(say(output, message)),
      });
      close = pool.close;
      return pool;
    },
  });
  return {
    workspace,
    lake,
    writesWhile(assert) {
      assertOurs = assert;
    },
    close: () => close(),
  };
}
