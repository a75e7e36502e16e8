import { createIndexedLake } from './indexed-lake';
import { createPrivateLake } from './private-lake';

/** Files named by the SHA-256 of their bytes, so that none is ever overwritten by another. */
export interface FileLake {
  has(hash: string): Promise<boolean>;
  read(hash: string): Promise<Uint8Array | undefined>;
  /** Either the whole file is there afterwards, or nothing of it. */
  write(hash: string, bytes: Uint8Array): Promise<void>;
}

/** The browser's lake: the origin private file system, or IndexedDB where that is absent (private windows). */
export async function openFileLake(): Promise<FileLake> {
  try {
    const root = await navigator.storage.getDirectory();
    return createPrivateLake(await root.getDirectoryHandle('lake', { create: true }));
  } catch {
    return createIndexedLake();
  }
}
