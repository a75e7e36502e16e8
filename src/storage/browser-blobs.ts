import type { BlobStore } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { createIndexedBlobs } from './indexed-blobs';
import { createPrivateBlobs } from './private-blobs';

/**
 * The browser's blobs of one area: a folder of the origin private file system, or IndexedDB where that is absent
 * (private windows) or cannot replace a file at one stroke. Opened with the first question; fails with `no-disk` where
 * the browser keeps nothing. Tabs change an area in turn, by a Web Lock.
 */
export function createBrowserBlobs(area: string): BlobStore {
  let opened: Promise<BlobStore> | undefined;
  const open = (): Promise<BlobStore> => {
    opened ??= openPrivate(area).then((folder) => folder ?? openIndexed(area));
    return opened;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async (name) => (await open()).read(name),
    write: async (name, bytes) => (await open()).write(name, bytes),
    list: async (prefix) => (await open()).list(prefix),
    remove: async (name) => (await open()).remove(name),
    exclusively: (what, work) => {
      if (navigator.locks !== undefined) return navigator.locks.request(`millrace/${area}/${what}`, work);
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
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

async function openIndexed(area: string): Promise<BlobStore> {
  try {
    return await createIndexedBlobs(area);
  } catch {
    throw new Failure({
      code: 'no-disk',
      message: text('The browser keeps no data for this page.', '브라우저가 이 페이지의 데이터를 저장하지 않아요.'),
      hint: text(
        'Leave the private window, or allow this page to keep data.',
        '시크릿 창에서 나오거나, 이 페이지의 데이터 저장을 허용해 주세요.',
      ),
    });
  }
}
