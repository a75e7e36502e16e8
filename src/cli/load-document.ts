import { open } from 'node:fs/promises';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../graph/document-size';
import { openDocument } from '../graph/open-document';
import type { Opened } from '../graph/open-json';
import type { Problem } from '../graph/problem';
import { text } from '../lib/text';
import type { SpecCatalog } from '../nodes/catalog';
import { diskWords } from './disk-failure';

/** Opens a pipeline file. One that is too large is refused before it is read. */
export async function loadDocument(path: string, catalog: SpecCatalog): Promise<Opened> {
  let source: string;
  try {
    const handle = await open(path);
    try {
      const stat = await handle.stat();
      const large = tooLarge(stat.size);
      if (large !== null) return { ok: false, problems: [large] };
      // A pipe tells no size: read no more than is allowed, and one byte to know.
      const buffer = Buffer.alloc(stat.isFile() ? stat.size : MAX_DOCUMENT_BYTES + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0) break;
      }
      source = buffer.toString('utf8', 0, length);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return { ok: false, problems: [unreadable(path, cause)] };
  }
  return openDocument(source, catalog);
}

function unreadable(path: string, cause: unknown): Problem {
  const why = diskWords(cause);
  return {
    code: 'file-unreadable',
    severity: 'error',
    message: text(`${path} cannot be read: ${why.en}`, `${path} 파일을 읽을 수 없어요: ${why.ko}`),
    hint: text('Check the path and its permissions.', '경로와 권한을 확인하세요.'),
  };
}
