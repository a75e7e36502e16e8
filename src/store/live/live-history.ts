import type { TickRecord } from '../../engine/live/messages';
import type { LiveEvent } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { type Champions, createChampions } from './champions';
import { createSeries, type GrowingSeries } from './live-series';
import type { ChampionChange, LiveHistory, MonitorHistory, SeriesName } from './live-types';
import { figuresOf } from './monitor-figures';
import { createStatusSpans } from './status-spans';

/** Whole records kept of the newest ticks; of older ones, those in which something happened and every tenth. */
const RECENT = 600;
const EVERY = 10;

export interface GrowingHistory extends LiveHistory, Pick<Champions, 'news' | 'learn'> {
  /** Takes ticks in, in order. Gives the last change of champion in them, if there was one. */
  add(records: readonly TickRecord[]): ChampionChange | null;
}

/** What a session told, condensed: the cost of one more tick does not grow with the ticks before it. */
export function createHistory(): GrowingHistory {
  const events: LiveEvent[] = [];
  const notable: LiveEvent[] = [];
  const alerts = new Map<string, LiveEvent[]>();
  const monitors = new Map<string, GrowingMonitor>();
  const champions = createChampions();
  const spans = createStatusSpans();
  const times = createSeries();
  const old: TickRecord[] = [];
  let recent: TickRecord[] = [];

  const recordAt = (tick: number): TickRecord | undefined => {
    const pile = recent[0] !== undefined && recent[0].tick <= tick ? recent : old;
    return pile[lastUpTo(pile, tick)];
  };
  const addOne = (record: TickRecord): ChampionChange | null => {
    const { tick, time } = record;
    times.set(tick, time);
    for (const event of record.events) {
      events.push(event);
      if (event.type !== 'batch') notable.push(event);
      if (event.type === 'alert') alerts.set(event.nodeId, [...(alerts.get(event.nodeId) ?? []), event]);
    }
    for (const [id, report] of Object.entries(record.reports)) {
      const monitor = monitors.get(id) ?? createMonitor(id, (at) => recordAt(at)?.reports[id]);
      monitors.set(id, monitor);
      monitor.add(report);
    }
    spans.add(tick, record.statuses);
    recent.push(record);
    if (recent.length >= 2 * RECENT) {
      const settled = recent.slice(0, -RECENT);
      recent = recent.slice(-RECENT);
      old.push(
        ...settled.filter((past) => past.tick % EVERY === 0 || past.events.some(({ type }) => type !== 'batch')),
      );
    }
    return champions.add(record);
  };

  return {
    get firstTick() {
      return times.first;
    },
    get lastTick() {
      return Math.max(0, times.end - 1);
    },
    get recent() {
      return recent;
    },
    events,
    notable,
    monitors,
    champions: champions.spans,
    timeOf: times.at,
    eventsAt(tick) {
      const last = lastUpTo(events, tick);
      let first = last;
      while (first >= 0 && events[first]?.tick === tick) first--;
      return events.slice(first + 1, last + 1);
    },
    statusesAt: (tick) => recordAt(tick)?.statuses ?? {},
    championAt: champions.at,
    numberOf: champions.numberOf,
    called: champions.called,
    changeOf: champions.changeOf,
    get news() {
      return champions.news;
    },
    learn: champions.learn,
    alertsOf: (nodeId) => alerts.get(nodeId) ?? [],
    statusSpansOf: spans.of,
    add: (records) => {
      let change: ChampionChange | null = null;
      for (const record of records) change = addOne(record) ?? change;
      return change;
    },
  };
}

interface GrowingMonitor extends MonitorHistory {
  add(report: MonitorReport): void;
}

function createMonitor(monitorId: string, reportAt: (tick: number) => MonitorReport | undefined): GrowingMonitor {
  const names: SeriesName[] = [];
  const all = new Map<SeriesName, GrowingSeries>();
  return {
    monitorId,
    names,
    series: (name) => all.get(name),
    reportAt,
    add(report) {
      for (const [name, value] of figuresOf(report)) {
        let series = all.get(name);
        if (series === undefined) {
          series = createSeries();
          all.set(name, series);
          names.push(name);
        }
        series.set(report.tick, value);
      }
    },
  };
}

/** The index of the last entry at or before a tick, -1 where there is none. Entries are in the order of ticks. */
function lastUpTo(entries: readonly { readonly tick: number }[], tick: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.tick ?? 0) <= tick) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
