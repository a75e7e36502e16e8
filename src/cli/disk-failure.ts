import { Failure } from '../lib/failure';
import { type Text, text } from '../lib/text';
import { errnoOf } from './errno';

/** Does what asks the disk, and tells what the disk refuses as a Failure: `disk-full`, `disk-forbidden` or `disk-failed`. */
export async function onDisk<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw told(cause);
  }
}

/** What a disk refused, in a sentence; of anything else, what it says of itself. */
export function diskWords(cause: unknown): Text {
  const failure = told(cause);
  if (failure instanceof Failure) return failure.detail.message;
  const why = cause instanceof Error ? cause.message : String(cause);
  return text(why, why);
}

function told(cause: unknown): unknown {
  const errno = errnoOf(cause);
  if (cause instanceof Failure || errno === undefined || !(cause instanceof Error)) return cause;
  const path = 'path' in cause && typeof cause.path === 'string' ? withoutDraft(cause.path) : '';
  const at = path === '' ? '' : `: ${path}`;
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure({
        code: 'disk-full',
        message: text(`The disk has no room left${at}.`, `디스크에 남은 공간이 없어요${at}.`),
        hint: text('Free some room, then start again.', '공간을 비운 뒤 다시 시작해 주세요.'),
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure({
        code: 'disk-forbidden',
        message: text(`The disk does not allow it${at}.`, `디스크에서 허용하지 않아요${at}.`),
        hint: text('Check who may read and write there.', '읽고 쓸 수 있는 권한을 확인해 주세요.'),
      });
    case 'ENOENT':
      return new Failure({
        code: 'disk-missing',
        message: text(`There is no such file or folder${at}.`, `그런 파일이나 폴더가 없어요${at}.`),
        hint: text('Check the path.', '경로를 확인해 주세요.'),
      });
    case 'EISDIR':
      return new Failure({
        code: 'disk-folder',
        message: text(`A folder stands where a file is wanted${at}.`, `파일이 있어야 할 자리에 폴더가 있어요${at}.`),
        hint: text('Name a file.', '파일을 지정해 주세요.'),
      });
    case 'EEXIST':
    case 'ENOTDIR':
      return new Failure({
        code: 'disk-no-folder',
        message: text(`A file stands where a folder is wanted${at}.`, `폴더가 있어야 할 자리에 파일이 있어요${at}.`),
        hint: text('Name a folder, or another path.', '폴더나 다른 경로를 지정해 주세요.'),
      });
    default:
      return new Failure({
        code: 'disk-failed',
        message: text(`The disk failed (${cause.message}).`, `디스크에서 오류가 났어요(${cause.message}).`),
        hint: text('Check the disk and the path, then start again.', '디스크와 경로를 확인한 뒤 다시 시작해 주세요.'),
      });
  }
}

/** The path that a person knows: a file is written beside its place, under the name `.NAME.UUID~`, before it takes it. */
const withoutDraft = (path: string): string => path.replace(/\.([^/]+)\.[0-9a-f-]{36}~$/, '$1');
