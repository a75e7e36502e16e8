import type { Message } from '../../../lib/message';
import { defineLive, type ServedBatch, type StreamBatch, type TickContext } from '../../contract/live';
import type { LiveEventDraft, LiveStatus } from '../../contract/live-events';
import { DETECTORS, type DetectorReport, type MonitorReport } from '../../contract/monitor-report';
import type { RowRange } from '../../contract/row-range';
import { adoptionOf } from './adoption';
import { type CurrentRows, driftOf } from './drift';
import { fairnessOf } from './fairness';
import { countAlarms, type JudgedTick, judgeLabels, learnLabels, newest } from './judge';
import { sayOfMonitor } from './messages';
import {
  beginning,
  degradedNotices,
  detectorNotices,
  driftNotices,
  fairnessNotices,
  type Notice,
  qualityNotices,
} from './notices';
import { performanceOf } from './performance';
import { findingsOf } from './quality';
import { type MonitorParams, monitorSpec } from './spec';
import { firstState, type MonitorState, monitorState, withChampion } from './state';
import { answersOf, type Watched, watch } from './watched';

/** What a state's champion is compared with. It follows from the champion and its rows: a lost one is made anew. */
const watchedBy = new WeakMap<MonitorState, Watched>();

export const monitorLive = defineLive(monitorSpec, monitorState, {
  start: (_inputs, params) => firstState(params),

  async tick(before, inputs, params, ctx) {
    const input = inputs.predictions;
    const served = input?.served;
    if (input?.type !== 'stream' || served === undefined) {
      return { state: before, outputs: {}, events: [], status: { level: 'ok', message: sayOfMonitor('waits') } };
    }
    const { batch } = input;
    const { state: ready, watched, adopts } = await readyFor(before, served, batch, params, ctx);
    const table = ctx.rows(batch.stream, batch.labelled);
    const judged = judgeLabels(ready, watched, { table, range: batch.labelled, settled: served.settled }, params);
    const current = currentRows(judged.state, watched, batch, served, params, ctx);
    const alarms = countAlarms(judged.state.alarms, judged.verdicts, ctx.tick);
    const state: MonitorState = { ...judged.state, answers: current.said, alarms };
    const fairness = fairnessOf(watched, state, params.minRows);
    const { versions } = ctx.stream(batch.stream);
    const report: MonitorReport = {
      deployment: served.deployment,
      stream: batch.stream,
      version: served.champion.version,
      tick: ctx.tick,
      time: ctx.time,
      task: watched.task,
      rows: {
        batch: batch.rows.to - batch.rows.from,
        refused: served.refused.length,
        labelled: state.labelled - before.labelled,
        totalLabelled: state.labelled,
        window: state.window.truth.length,
        ...(versions === undefined ? {} : { versions }),
      },
      performance: performanceOf(watched.task, judged.batch, state, served.champion, params),
      drift: driftOf(watched, current, params),
      detectors: detectorReports(judged, alarms),
      fairness: fairness?.report ?? null,
      quality: findingsOf(watched, ctx.rows(batch.stream, batch.rows), params),
      ...(served.held === undefined ? {} : { held: served.held }),
    };
    const notices: readonly Notice[] = [
      ...driftNotices(report.drift),
      ...detectorNotices(judged, params, state.labelled),
      ...degradedNotices(report.performance, report.rows.window, params),
      ...fairnessNotices(fairness?.unfair ?? [], report.fairness?.column ?? '', report.rows.window),
      ...qualityNotices(report.quality),
    ];
    const { events, told } = beginning(state.told, notices, ctx.tick);
    const next: MonitorState = { ...state, told };
    watchedBy.set(next, watched);
    return {
      state: next,
      outputs: { report: { type: 'report', report } },
      events: [...adopts, ...events].map((event) => ({
        ...event,
        figures: { ...event.figures, version: report.version },
      })),
      status: statusOf(report, next, notices),
    };
  },
});

interface Ready {
  readonly state: MonitorState;
  readonly watched: Watched;
  /** What is said of a reference that begins. */
  readonly adopts: readonly LiveEventDraft[];
}

/** The state with this champion in view, and what it is compared with. */
async function readyFor(
  state: MonitorState,
  { champion, held }: ServedBatch,
  { stream, rows }: StreamBatch,
  params: MonitorParams,
  ctx: TickContext,
): Promise<Ready> {
  if (state.version === champion.version) {
    const adoption = adoptionOf(state, held, rows, params, ctx);
    if (adoption === null) {
      const watched = watchedBy.get(state) ?? (await watch(champion, stream, state.adopted, params, ctx));
      return { state, watched, adopts: [] };
    }
    const watched = await watch(champion, stream, adoption.state.adopted, params, ctx);
    return { ...adoption, watched };
  }
  const watched = await watch(champion, stream, null, params, ctx);
  const { task, classes, target } = watched;
  const isFirst = state.version === '';
  const serving = {
    version: champion.version,
    since: rows.from,
    task,
    classes,
    isFirst,
    goesOn: champion.learned !== undefined,
  };
  const changed = withChampion(state, serving, params);
  if (!isFirst || target === null) return { state: changed, watched, adopts: [] };
  const { historyRows } = ctx.stream(stream);
  const history = ctx.rows(stream, { from: 0, to: historyRows });
  const labels = history.columns.find(({ name }) => name === target);
  const learned = labels === undefined ? changed : learnLabels(changed, labels, task, historyRows);
  return { state: learned, watched, adopts: [] };
}

function currentRows(
  state: MonitorState,
  watched: Watched,
  { stream, rows, labelled }: StreamBatch,
  { answers }: ServedBatch,
  { driftWindow }: MonitorParams,
  ctx: TickContext,
): CurrentRows & { readonly said: number[] } {
  const newestBefore = (to: number): RowRange => ({ from: Math.min(to, Math.max(state.since, to - driftWindow)), to });
  const range = newestBefore(rows.to);
  const now = [...answersOf(answers)].filter((value) => !Number.isNaN(value));
  const { classes } = watched;
  const isValue = classes.length === 0;
  const places = classes.map((word) => state.labels.indexOf(word));
  const said = newest(state.answers, isValue ? now : now.map((k) => places[k] ?? -1), driftWindow);
  return {
    said,
    range,
    rows: ctx.rows(stream, range),
    answers: isValue
      ? { type: 'number', values: Float64Array.from(said) }
      : { type: 'category', values: said.map((k) => state.labels[k] ?? null) },
    labelled: ctx.rows(stream, newestBefore(labelled.to)),
  };
}

function detectorReports({ verdicts }: JudgedTick, alarms: MonitorState['alarms']): MonitorReport['detectors'] {
  const of = (name: (typeof DETECTORS)[number]): DetectorReport => ({ verdict: verdicts[name], ...alarms[name] });
  return { adwin: of('adwin'), pageHinkley: of('pageHinkley'), ddm: of('ddm') };
}

function statusOf(report: MonitorReport, state: MonitorState, notices: readonly Notice[]): LiveStatus {
  const { performance, rows, drift } = report;
  const isUneasy =
    DETECTORS.some((name) => report.detectors[name].verdict !== 'stable') ||
    drift.columns.some(({ verdict }) => verdict === 'drift');
  return {
    level: notices.length > 0 ? 'alarm' : isUneasy ? 'warning' : 'ok',
    message: sayOfMonitor('status', { how: howItDoes(report), where: whatDrifts(report) }),
    figures: {
      metric: performance.headline,
      value: performance.window[performance.headline] ?? null,
      rows: rows.window,
      labelled: rows.totalLabelled,
      withoutLabel: state.unlabelled,
      withoutAnswer: state.unanswered,
      driftShare: drift.share,
      findings: report.quality.length,
      active: notices.map(({ key }) => key),
    },
  };
}

function howItDoes({ performance, rows }: MonitorReport): Message {
  const value = performance.window[performance.headline] ?? null;
  if (value === null) return sayOfMonitor('no-labels');
  return sayOfMonitor('performance', { measure: performance.headline, value, rows: rows.window });
}

function whatDrifts({ drift }: MonitorReport): Message {
  const judged = drift.columns.filter(({ verdict }) => verdict !== 'not-enough-rows');
  if (drift.columns.length === 0) return sayOfMonitor('no-columns');
  if (judged.length === 0) return sayOfMonitor('few-rows');
  const drifting = judged.filter(({ verdict }) => verdict === 'drift').length;
  return sayOfMonitor('columns-drift', { drifting, judged: judged.length });
}
