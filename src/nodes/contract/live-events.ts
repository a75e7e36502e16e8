import type { Json, JsonObject } from '../../lib/json';
import type { Message } from '../../lib/message';
import type { Text } from '../../lib/text';

/** What can happen on the timeline. */
export const LIVE_EVENT_TYPES = [
  'batch',
  'drift',
  'trigger',
  'retrain',
  'gate',
  'promote',
  'rollback',
  'alert',
] as const;
export type LiveEventType = (typeof LIVE_EVENT_TYPES)[number];

/** What a live node says happened; the loop adds tick, time and the node's id. */
export interface LiveEventDraft {
  readonly type: LiveEventType;
  /** What happened and why, in a sentence. */
  readonly reason: Message;
  /** The figures it stands on: flat where possible, names in camelCase. Never NaN: what is undefined is null. */
  readonly figures: JsonObject;
}

/**
 * An event on the timeline. The same document, seed and backend give the same events to the byte, so
 * nothing of the wall clock (durations, dates of today) may enter one.
 */
export interface LiveEvent extends LiveEventDraft {
  /** 0-based order on the timeline. */
  readonly index: number;
  readonly tick: number;
  /** The clock's time in milliseconds since 1970, UTC: virtual, unless the loop runs on the wall clock. */
  readonly time: number;
  readonly nodeId: string;
}

/** How serious a node's present state is; drawn with a glyph, never by colour alone. */
export type LiveLevel = 'ok' | 'busy' | 'warning' | 'alarm';

/** One line under a live node, replaced each tick: why a trigger did not fire, what the gate waits for. */
export interface LiveStatus {
  readonly level: LiveLevel;
  readonly message: Message;
  /** Figures for the node's own view and the live panel's table. */
  readonly figures?: JsonObject;
}

/** What a person can ask of a live node. */
export type LiveCommand = { readonly nodeId: string } & (
  | { readonly type: 'fire' }
  | { readonly type: 'promote' }
  | { readonly type: 'hold' }
  /** Of a monitor: the newest rows become what drift is compared with. */
  | { readonly type: 'adopt' }
  /** `version` absent: the champion before this one. */
  | { readonly type: 'rollback'; readonly version?: string }
);

/** An event as reports and NDJSON hold it: what it says as data, and worded for who reads the file. */
export type ReportedEvent = {
  readonly tick: number;
  readonly type: LiveEventType;
  readonly nodeId: string;
  readonly time: string;
  readonly reason: string;
  readonly reasonKo: string;
  readonly message: Message;
  readonly [figure: string]: Json;
};

/** Tick, type, node and reason first; then the figures under their own names. */
export function reportEvent(event: LiveEvent, wordsOf: (message: Message) => Text): ReportedEvent {
  const { tick, type, nodeId, time, reason: message, figures } = event;
  const { en: reason, ko: reasonKo } = wordsOf(message);
  return { ...figures, tick, type, nodeId, time: new Date(time).toISOString(), reason, reasonKo, message };
}
