import { createFileStore } from '../files/file-store';
import { createLake } from '../lake/create-lake';
import { createMemoryBlobs } from '../lib/blob-store';
import { createRegistry } from '../registry/create-registry';
import type { Disk } from '../worker/disk-area';

/** A disk on which nothing lies, of a browser that keeps neither results nor documents. */
export function emptyDisk(): Disk {
  return {
    files: createFileStore(createMemoryBlobs()),
    lake: createLake(createMemoryBlobs()),
    registry: createRegistry(createMemoryBlobs(), { now: () => '2026-01-01T00:00:00.000Z' }),
    results: () => Promise.reject(new Error('no results here')),
    slots: () => Promise.reject(new Error('no slots here')),
    sessions: () => Promise.reject(new Error('no sessions here')),
    openTabs: async () => null,
    room: async () => null,
  };
}
