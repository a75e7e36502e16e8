import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelStage, ModelVersion } from '../registry/registry';
import type { ModelList } from './models-area';

/**
 * The version that answers for a line: its champion, or where none serves its newest candidate. Fails with
 * `line-unknown`, saying which lines there are, or `registry-damaged` where a damaged one may be it.
 */
export function versionOfLine({ versions, troubles: [damaged] }: ModelList, line: string): ModelVersion {
  const own = versions.filter((version) => version.line === line);
  const of = (wanted: ModelStage) => own.find(({ stage }) => stage === wanted);
  const answering = of('champion') ?? of('candidate') ?? of('archived');
  if (answering !== undefined) return answering;
  if (damaged !== undefined) throw new Failure(damaged);
  throw lineUnknown(versions, line);
}

/** Of a line that is not kept. */
export function lineUnknown(versions: readonly ModelVersion[], line: string): Failure {
  const lines = [...new Set(versions.map((version) => `“${version.line}”`))].join(', ');
  return new Failure({
    code: 'line-unknown',
    message: text(`There is no line of models “${line}”.`, `“${line}” 모델 계열이 없어요.`),
    hint:
      lines === ''
        ? text('Run a pipeline that trains a model first.', '먼저 모델을 학습하는 파이프라인을 실행해 주세요.')
        : text(`There is: ${lines}.`, `있는 계열: ${lines}.`),
  });
}
