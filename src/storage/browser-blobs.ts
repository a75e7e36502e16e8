import type { BlobStore } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { type BlobsStoreName, createIndexedBlobs } from './indexed-blobs';
import { isNoRoom } from './no-room';
import { createPrivateBlobs } from './private-blobs';

export interface BrowserBlobOptions {
  /** Nothing here is ever replaced, so that the private file system serves even where it cannot replace at one stroke. */
  readonly writtenOnce?: boolean;
  /** The object store's name, where IndexedDB is used. */
  readonly store?: BlobsStoreName;
}

/**
 * The browser's blobs of one area: a folder of the origin private file system, or IndexedDB where that is absent
 * (private windows) or cannot replace a file at one stroke. Opened with the first question; fails with `no-disk` where
 * the browser keeps nothing, and with `storage-full` where a write finds no room. Tabs change an area in turn, by a
 * Web Lock.
 */
export function createBrowserBlobs(area: string, { writtenOnce = false, store }: BrowserBlobOptions = {}): BlobStore {
  let opened: Promise<BlobStore> | undefined;
  const open = (): Promise<BlobStore> => {
    if (opened === undefined) {
      opened = openPrivate(area, writtenOnce).then((folder) => folder ?? openIndexed(area, store));
      // A browser that refuses now may be allowed to keep data later.
      opened.catch(() => {
        opened = undefined;
      });
    }
    return opened;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async (name) => (await open()).read(name),
    stat: async (name) => (await open()).stat(name),
    write: async (name, bytes) => {
      try {
        await (await open()).write(name, bytes);
      } catch (cause) {
        throw isNoRoom(cause) ? storageFull() : cause;
      }
    },
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

async function openPrivate(area: string, writtenOnce: boolean): Promise<BlobStore | undefined> {
  const replaces = typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype;
  if (!replaces && !writtenOnce) return undefined;
  try {
    const root = await navigator.storage.getDirectory();
    return createPrivateBlobs(await root.getDirectoryHandle(area, { create: true }));
  } catch {
    return undefined;
  }
}

async function openIndexed(area: string, store?: BlobsStoreName): Promise<BlobStore> {
  try {
    return await createIndexedBlobs(area, store);
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

function storageFull(): Failure {
  return new Failure({
    code: 'storage-full',
    message: text('This browser has no more room for Millrace.', '이 브라우저에 Millrace가 쓸 공간이 더 없어요.'),
    hint: text(
      'Choose “What lies on this disk…” in the File menu, free what you no longer need, then try again.',
      '파일 메뉴의 ‘이 디스크에 저장된 것…’에서 필요 없는 것을 지운 뒤 다시 시도해 주세요.',
    ),
  });
}
