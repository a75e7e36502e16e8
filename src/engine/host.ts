import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { StoredResult } from './result-cache';

/** What a browser worker and Node supply differently. */
export interface Host {
  /** Bytes of a file in the lake by content hash; fails with {@link fileVanished} where it is gone. */
  readFile(hash: string, name: string): Promise<Uint8Array>;
  /** Bytes of an asset shipped with Millrace, by its path under `public/`. */
  readAsset(path: string): Promise<Uint8Array>;
  /** Milliseconds on a clock that never goes back; for timings alone, never for results. */
  now(): number;
  /** Results that outlive this engine, by node key. Trouble in it never fails a node. */
  readonly results?: ResultStore;
}

export interface ResultStore {
  read(key: string): Promise<StoredResult | undefined>;
  write(key: string, result: StoredResult, bytes: number): Promise<void>;
}

/** The failure of a lake that no longer holds a file. */
export function fileVanished(name: string): Failure {
  return new Failure({
    code: 'file-vanished',
    message: text(`The file “${name}” is no longer here.`, `“${name}” 파일을 더는 찾을 수 없습니다.`),
    hint: text('Choose the file again.', '파일을 다시 선택하세요.'),
  });
}

/** The failure of an asset that could not be loaded. */
export function assetMissing(path: string, cause: string): Failure {
  return new Failure({
    code: 'asset-missing',
    message: text(
      `“${path}”, which is shipped with Millrace, could not be read: ${cause}`,
      `Millrace에 들어 있는 “${path}”을(를) 읽지 못했습니다: ${cause}`,
    ),
    hint: text('Check the connection and run again.', '연결을 확인하고 다시 실행하세요.'),
  });
}
