import type { DataLake } from '../lake/lake';
import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import type { ModelRegistry } from '../registry/registry';
import type { JobPool } from './live/train-job';
import type { StoredResult } from './result-cache';

/** What a browser worker and Node supply differently. */
export interface Host {
  /** Bytes of a kept file by content hash; fails with {@link fileVanished} where it is gone. */
  readFile(hash: string, name: string): Promise<Uint8Array>;
  /** Bytes of an asset shipped with Millrace, by its path under `public/`. */
  readAsset(path: string): Promise<Uint8Array>;
  /** Milliseconds on a clock that never goes back; for timings alone, never for results. */
  now(): number;
  /** Tables that outlive this engine. Absent where there is no disk for them. */
  readonly lake?: DataLake;
  /** Models that outlive this engine. Absent where there is no disk for them. */
  readonly registry?: ModelRegistry;
  /** Results that outlive this engine, by node key. A fault in it never fails a node. */
  readonly results?: ResultStore;
  /** Threads that retrain while the loop ticks; absent, it trains in turns with the ticks. */
  readonly pool?: JobPool;
}

interface ResultStore {
  read(key: string): Promise<StoredResult | undefined>;
  write(key: string, result: StoredResult, bytes: number): Promise<void>;
}

/** The failure of a file that is no longer kept. */
export function fileVanished(name: string): Failure {
  return new Failure({
    code: 'file-vanished',
    message: text(`The file “${name}” is no longer here.`, `“${name}” 파일을 더는 찾을 수 없어요.`),
    hint: text('Choose the file again.', '파일을 다시 선택하세요.'),
  });
}

/** The failure of reading the lake where there is none. */
export function noLake(): Failure {
  return new Failure({
    code: 'no-lake',
    message: text('No data lake is open here.', '열려 있는 데이터 레이크가 없어요.'),
    hint: text(
      'In the browser, allow this page to keep data; on the command line, name its folder with --lake DIR.',
      '브라우저에서는 이 페이지의 데이터 저장을 허용하고, 명령줄에서는 --lake DIR로 폴더를 알려 주세요.',
    ),
  });
}

/** The failure of an asset that could not be loaded. */
export function assetMissing(path: string, cause: string): Failure {
  return new Failure({
    code: 'asset-missing',
    message: text(
      `“${path}”, which is shipped with Millrace, could not be read: ${cause}`,
      korean`Millrace에 들어 있는 “${path}”을(를) 읽지 못했어요: ${cause}`,
    ),
    hint: text('Check the connection and run again.', '연결을 확인하고 다시 실행하세요.'),
  });
}
