import type { FileStore } from '../files/file-store';
import type { Freed } from '../files/sweep-files';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { text } from '../lib/text';
import type { FileRef } from '../nodes/kind';

/** A buffer of this size can still be read whole. */
const LARGEST = 1_000_000_000;

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
  if (file.size > LARGEST) throw tooLarge(file);
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
    throw new Failure({
      code: 'file-unreadable',
      message: text(
        `The file “${file.name}” could not be read: ${messageOf(cause)}`,
        `“${file.name}” 파일을 읽지 못했어요: ${messageOf(cause)}`,
      ),
      hint: text(
        'Choose it again; it may have been moved or changed.',
        '파일이 옮겨졌거나 바뀌었을 수 있어요. 다시 선택해 주세요.',
      ),
    });
  }
}

/** The browser's own hash is several times faster, but only pages of a secure origin have it. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!('subtle' in crypto) || crypto.subtle === undefined) return sha256Hex(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function tooLarge(file: File): Failure {
  return new Failure({
    code: 'file-too-large',
    message: text(
      `The file “${file.name}” has ${Math.round(file.size / 1e6)} MB; at most 1,000 MB can be read.`,
      `“${file.name}” 파일이 ${Math.round(file.size / 1e6)} MB예요. 1,000 MB까지 읽을 수 있어요.`,
    ),
    hint: text('Take a sample of its rows and choose that.', '행 일부를 골라 더 작은 파일로 만들어 주세요.'),
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
