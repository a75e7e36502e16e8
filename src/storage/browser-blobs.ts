import type { BlobStore } from '../lib/blob-store';
import { createIndexedBlobs } from './indexed-blobs';
import { createPrivateBlobs } from './private-blobs';

/**
 * The browser's blobs of one area: a folder of the origin private file system, or IndexedDB where that is absent
 * (private windows) or cannot replace a file at one stroke. Tabs change an area in turn, by a Web Lock.
 */
export async function openBrowserBlobs(area: string): Promise<BlobStore> {
  const blobs = (await openPrivate(area)) ?? (await createIndexedBlobs(area));
  if (navigator.locks === undefined) return blobs;
  return {
    ...blobs,
    exclusively: (what, work) => navigator.locks.request(`millrace/${area}/${what}`, work),
  };
}

async function openPrivate(area: string): Promise<BlobStore | undefined> {
  if (typeof FileSystemFileHandle === 'undefined' || !('createWritable' in FileSystemFileHandle.prototype)) {
    return undefined;
  }
  try {
    const root = await navigator.storage.getDirectory();
    return createPrivateBlobs(await root.getDirectoryHandle(area, { create: true }));
  } catch {
    return undefined;
  }
}
