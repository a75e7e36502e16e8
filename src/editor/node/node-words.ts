import type { OutputSummary } from '../../engine/events';
import type { PipelineNode } from '../../graph/document';
import { portTypeName } from '../../graph/port-types';
import type { WireSchema } from '../../graph/schema-types';
import type { MessageKey } from '../../i18n/catalogue';
import { formatDuration, formatFigure, formatNumber } from '../../i18n/format';
import type { Translator } from '../../i18n/use-t';
import type { Stage } from '../../nodes/contract/kind';
import type { LiveLevel } from '../../nodes/contract/live-events';
import { headlineFigures, partWord } from '../../store/run/headline-figures';
import type { NodeRun, NodeStatus } from '../../store/run/run-state';

const STATUS_KEYS: Readonly<Record<NodeStatus, MessageKey>> = {
  idle: 'editor.stateIdle',
  waiting: 'editor.stateWaiting',
  running: 'editor.stateRunning',
  completed: 'editor.stateCompleted',
  cached: 'editor.stateCached',
  failed: 'editor.stateFailed',
  skipped: 'editor.stateSkipped',
  cancelled: 'editor.stateCancelled',
  stale: 'editor.stateStale',
};

export const statusWord = ({ t }: Translator, status: NodeStatus): string => t(STATUS_KEYS[status]);

const STAGE_KEYS: Readonly<Record<Stage, MessageKey>> = {
  ingest: 'editor.stageIngest',
  prepare: 'editor.stagePrepare',
  train: 'editor.stageTrain',
  serve: 'editor.stageServe',
  retrain: 'editor.stageRetrain',
};

/** What stands for the stage of a node whose kind is not known here: a group, which runs all the same, or one of another version. */
export const strangerWord = (t: Translator['t'], { group }: PipelineNode): string =>
  t(group === undefined ? 'editor.unknownKind' : 'editor.groupKept');

export const stageWord = ({ t }: Translator, stage: Stage): string => t(STAGE_KEYS[stage]);

/** Words of a live node's levels. */
export const LEVEL_KEYS: Readonly<Record<LiveLevel, MessageKey>> = {
  ok: 'loop.levelOk',
  busy: 'loop.levelBusy',
  warning: 'loop.levelWarning',
  alarm: 'loop.levelAlarm',
};

const METRIC_KEYS: Readonly<Record<string, MessageKey>> = {
  accuracy: 'editor.metricAccuracy',
  balancedAccuracy: 'editor.metricBalancedAccuracy',
  macroF1: 'editor.metricMacroF1',
  rocAuc: 'editor.metricRocAuc',
  rmse: 'editor.metricRmse',
  mae: 'editor.metricMae',
  r2: 'editor.metricR2',
  loss: 'editor.metricLoss',
};
/** The figures a person asks for first, in that order. */
const HEADLINES = Object.keys(METRIC_KEYS);

/** What stands between the parts of a line for the eye; those who hear it are given a comma. */
const DOT = ' · ';

/** "test accuracy 0.965 · macro F1 0.961": at most two figures, and what they were measured on. */
function metricsLine({ t, language }: Translator, output: OutputSummary, between: string): string {
  const metrics = headlineFigures(output);
  const line = HEADLINES.flatMap((name) => {
    const value = metrics[name];
    const key = METRIC_KEYS[name];
    return value == null || key === undefined ? [] : [`${t(key)} ${formatFigure(language, value)}`];
  })
    .slice(0, 2)
    .join(between);
  return line === '' || output.part === undefined ? line : `${t(partWord[output.part])} ${line}`;
}

/** "398 × 30", or the rows alone where the columns are not known. */
function sizeWords({ t, language }: Translator, output: OutputSummary): string {
  if (output.rows === undefined) return '';
  if (output.columns === undefined) return t('editor.rows', { n: output.rows });
  return `${formatNumber(language, output.rows)} × ${formatNumber(language, output.columns)}`;
}

/** What one output holds: its size, its headline figures, or what kind of thing it is. */
export function outputWords(words: Translator, output: OutputSummary, between = DOT): string {
  if (output.decision !== undefined) return words.say(output.decision);
  const metrics = metricsLine(words, output, between);
  const size = sizeWords(words, output);
  // A table is known by its size, everything else by its figures.
  const says = output.schema.type === 'table' ? size || metrics : metrics || size;
  return says || words.say(portTypeName(output.schema.type));
}

/** What is known of an output before it has run: "13 columns". */
export function schemaWords({ t }: Translator, schema: WireSchema | undefined, between = DOT): string {
  if (schema === undefined) return '';
  if (schema.type === 'table') {
    const columns = t(schema.complete ? 'editor.columns' : 'editor.columnsAtLeast', { n: schema.fields.length });
    return schema.rows === undefined ? columns : `${t('editor.rows', { n: schema.rows })}${between}${columns}`;
  }
  if (schema.type === 'model') return t('editor.predicts', { target: schema.target });
  return '';
}

/** The line that says what came out: "569 → 398 × 30 · 12 ms · cached". */
export function resultLine(words: Translator, run: NodeRun, rowsIn: number | undefined, between = DOT): string {
  const output = Object.values(run.outputs)[0];
  // A kind of the loop gives nothing before the first tick: there is nothing to time.
  if (output === undefined && run.status === 'completed') return '';
  const parts: string[] = [];
  if (output !== undefined) {
    const counts = output.schema.type === 'table' && output.rows !== undefined;
    const changed = counts && rowsIn !== undefined && rowsIn !== output.rows;
    const what = outputWords(words, output, between);
    parts.push(changed ? `${formatNumber(words.language, rowsIn)} → ${what}` : what);
  }
  if (run.status === 'cached') parts.push(statusWord(words, 'cached'));
  else if (run.ms !== null) parts.push(formatDuration(words.language, run.ms));
  if (run.status === 'stale') parts.push(statusWord(words, 'stale'));
  return parts.filter(Boolean).join(between);
}

/** What a running node says: "epoch 12 of 50 · loss 0.213 · 3 sec left". */
export function progressLine(words: Translator, run: NodeRun, between = DOT): string {
  const { t, say, language } = words;
  const point = run.points.at(-1);
  const parts: string[] = [];
  if (point !== undefined) {
    const epoch = formatNumber(language, Math.floor(point.epoch));
    parts.push(point.epochs === null ? epoch : `${epoch}/${formatNumber(language, point.epochs)}`);
    const loss = point.values.loss;
    if (loss !== undefined) parts.push(`${t('editor.metricLoss')} ${formatFigure(language, loss, 3)}`);
  } else if (run.doing !== null) parts.push(say(run.doing));
  if (run.secondsLeft !== null) {
    parts.push(
      t('editor.timeLeft', { time: formatDuration(language, Math.max(1, Math.round(run.secondsLeft)) * 1_000) }),
    );
  }
  return parts.length > 0 ? parts.join(between) : statusWord(words, 'running');
}

/** Why it failed, in a line. */
export const failureLine = ({ say }: Translator, { failure }: NodeRun): string =>
  failure === null ? '' : (say(failure.message).split('\n')[0] ?? '');

/** What was repaired or rejected in the data. */
export const warningsOf = ({ say }: Translator, { outputs }: NodeRun): readonly string[] =>
  Object.values(outputs)
    .flatMap(({ warnings = [] }) => warnings)
    .map(({ column, message }) => (column === undefined ? '' : `${column}: `) + say(message));
