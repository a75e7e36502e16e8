import type { JsonObject } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import type { RetrainOutcome } from '../../contract/live';
import type { LiveEventDraft } from '../../contract/live-events';
import { shown, steady } from '../../wording/figure-words';
import { measureName } from '../../wording/measure-words';
import type { Running } from './state';

const KINDS = {
  full: text('Full retraining', '전체 재학습'),
  incremental: text('Incremental training', '증분 학습'),
} as const;

/** Said of a deployment whose rows come from no stream. */
export const stuckWords = text(
  'The champion serves no stream, so there are no labelled rows to learn from. Connect a stream to the deployment.',
  '챔피언이 스트림을 받지 않아 학습할 라벨이 달린 행이 없습니다. 배포에 스트림을 연결하세요.',
);

export const waitWords = (missing: number): Text =>
  text(`Fired; waits for ${missing} more labelled rows.`, `작동했습니다. 라벨이 달린 행을 ${missing}개 더 기다립니다.`);

/** The event of a job that begins. */
export function beginning(running: Running): LiveEventDraft {
  const { job, firing, base } = running;
  const { from, to } = job.rows;
  const kind = KINDS[job.mode];
  const replay = job.mode === 'incremental' ? (job.replay?.rows ?? 0) : 0;
  const past = replay === 0 ? text('', '') : text(` and ${replay} of the past`, `과 과거의 ${replay}개 행`);
  return {
    type: 'retrain',
    reason: text(
      `${kind.en} on rows ${from + 1} to ${to}${past.en} begins: ${firing.en}.`,
      `${from + 1}~${to}번째 행${past.ko}으로 ${kind.ko}을 시작합니다: ${firing.ko}.`,
    ),
    figures: {
      phase: 'begin',
      ...common(running),
      base,
      replayedRows: replay,
      ...(job.mode === 'full' ? { halfLife: job.halfLife } : {}),
    },
  };
}

/** The event of a job that made a version. */
export function finish(
  running: Running,
  { version, metrics }: Extract<RetrainOutcome, { readonly ok: true }>,
  tick: number,
): LiveEventDraft {
  const { mode, rows } = running.job;
  const kind = KINDS[mode];
  const [name, value] = Object.entries(metrics).find(([, figure]) => figure !== null) ?? [];
  const figure =
    name === undefined || value === undefined || value === null
      ? text('', '')
      : text(`: ${measureName(name).en} ${shown(value)}`, `: ${measureName(name).ko} ${shown(value)}`);
  return {
    type: 'retrain',
    reason: text(
      `${kind.en} on ${rows.to - rows.from} rows made challenger ${version}${figure.en}.`,
      `${rows.to - rows.from}개 행의 ${kind.ko}으로 도전자 ${version}이(가) 나왔습니다${figure.ko}.`,
    ),
    figures: { phase: 'end', ok: true, ...common(running), version, ticks: tick - running.begun, ...steadily(metrics) },
  };
}

/** The events of a job that failed: its end, and the alert. */
export function failure(
  running: Running,
  { message, hint }: Extract<RetrainOutcome, { readonly ok: false }>,
  tick: number,
): readonly [LiveEventDraft, LiveEventDraft] {
  const kind = KINDS[running.job.mode];
  const reason = text(
    `${kind.en} failed: ${message.en} The champion goes on serving.`,
    `${kind.ko}이 실패했습니다: ${message.ko} 챔피언이 예측을 계속 제공합니다.`,
  );
  const figures = { ...common(running), ticks: tick - running.begun };
  return [
    { type: 'retrain', reason, figures: { phase: 'end', ok: false, ...figures } },
    {
      type: 'alert',
      reason: text(`${reason.en} ${hint.en}`, `${reason.ko} ${hint.ko}`),
      figures: { cause: 'retrain-failed', ...figures },
    },
  ];
}

function common({ job, firing, begun }: Running): JsonObject {
  return {
    job: job.id,
    mode: job.mode,
    deployment: job.deployment,
    rowsFrom: job.rows.from,
    rowsTo: job.rows.to,
    rows: job.rows.to - job.rows.from,
    firedAt: firing.tick,
    begunAt: begun,
  };
}

const steadily = (metrics: Readonly<Record<string, number | null>>): JsonObject =>
  Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, steady(value)]));
