import type { JsonObject } from '../../lib/json';
import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import { DOCUMENT_VERSION } from '../document';
import type { Problem } from '../problem';
import { modelsDecide } from './0002-models-decide';
import { l2ByRows } from './0003-l2-by-rows';
import { linearOptimizer } from './0004-linear-optimizer';
import type { Migration } from './migration';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [modelsDecide, l2ByRows, linearOptimizer];

export type Migrated =
  | {
      readonly ok: true;
      readonly document: JsonObject;
      readonly applied: readonly string[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** Brings a parsed file of any known version to the newest one. */
export function migrate(
  document: JsonObject,
  steps: readonly Migration[] = migrations,
  newest: number = DOCUMENT_VERSION,
): Migrated {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return refuse(
      'bad-version',
      text(
        'The file does not say which version of the format it is in.',
        '파일에 형식 버전이 올바르게 적혀 있지 않아요.',
      ),
      text(`Set "version" to ${newest}.`, korean`"version" 값을 ${newest}(으)로 고쳐 주세요.`),
    );
  }
  if (version > newest) {
    return refuse(
      'newer-version',
      text(
        `The file is of format version ${version}; this Millrace reads up to version ${newest}.`,
        `파일의 형식 버전은 ${version}인데, 이 Millrace는 버전 ${newest}까지 읽을 수 있어요.`,
      ),
      text('Open it in a newer Millrace.', '새 버전의 Millrace에서 열어 주세요.'),
    );
  }
  const applied: string[] = [];
  const problems: Problem[] = [];
  let current = document;
  for (const step of steps) {
    if (step.to <= version) continue;
    const before = current;
    current = { ...step.migrate(before), version: step.to };
    problems.push(...(step.tells?.(before, current) ?? []));
    applied.push(step.name);
  }
  return { ok: true, document: current, applied, problems };
}

const refuse = (code: string, message: Problem['message'], hint: Problem['hint']): Migrated => ({
  ok: false,
  problem: { code, severity: 'error', message, hint },
});
