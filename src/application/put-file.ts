import type { FileStore } from '../files/file-store';
import type { Freed } from '../files/sweep-files';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { text } from '../lib/text';
import type { FileRef } from '../nodes/contract/kind';
import { MAX_FILE_BYTES, tooLarge } from '../nodes/ingest/file/spec';

/** A file that was kept, and what had to go for it. */
export interface PutFile {
  readonly file: FileRef;
  readonly freed: Freed | null;
}

/**
 * Keeps a file under the hash of its bytes. Where storage is short, `makeRoom` is asked once. Fails with
 * `file-too-large`, `file-unreadable`, `storage-full` or `file-not-stored`.
 */
export async function putFile(files: FileStore, file: File, makeRoom: () => Promise<Freed>): Promise<PutFile> {
  if (file.size > MAX_FILE_BYTES) throw new Failure(tooLarge(file.size));
  const bytes = await readAll(file);
  const hash = await hashOf(bytes);
  const kept = { name: file.name, hash, bytes: bytes.length };
  try {
    await files.write(hash, bytes, file.name);
    return { file: kept, freed: null };
  } catch (cause) {
    if (!isStorageFull(cause)) throw notStored(file, cause);
  }
  const freed = await makeRoom();
  try {
    await files.write(hash, bytes, file.name);
    return { file: kept, freed: freed.files === 0 ? null : freed };
  } catch (cause) {
    throw notStored(file, cause);
  }
}

const isStorageFull = (cause: unknown): boolean => cause instanceof Failure && cause.detail.code === 'storage-full';

async function readAll(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw unreadable(file.name, cause);
  }
}

/** The browser's own hash is several times faster, but only pages of a secure origin have it. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!('subtle' in crypto) || crypto.subtle === undefined) return sha256Hex(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The failure of reading a file that a person has chosen. */
export function unreadable(name: string, cause: unknown): Failure {
  return new Failure({
    code: 'file-unreadable',
    message: text(
      `The file “${name}” could not be read: ${messageOf(cause)}`,
      `“${name}” 파일을 읽지 못했어요: ${messageOf(cause)}`,
    ),
    hint: text(
      'Choose it again; it may have been moved or changed.',
      '파일이 옮겨졌거나 바뀌었을 수 있어요. 다시 선택해 주세요.',
    ),
  });
}

/** A failure of the disk speaks for itself. */
function notStored(file: File, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  return new Failure({
    code: 'file-not-stored',
    message: text(
      `The browser could not keep the file “${file.name}”: ${messageOf(cause)}`,
      `브라우저가 “${file.name}” 파일을 저장하지 못했어요: ${messageOf(cause)}`,
    ),
    hint: text('Load the page again, then choose the file again.', '페이지를 새로 고친 뒤 파일을 다시 선택해 주세요.'),
  });
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
