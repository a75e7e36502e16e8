import { createEngine } from '../../engine/engine';
import type { Host } from '../../engine/host';
import type { Kinds } from '../../engine/kinds';
import type { LiveRun } from '../../engine/live/live-run';
import type { LiveMessage, TickRecord } from '../../engine/live/messages';
import { type LiveSession, runLive } from '../../engine/live/run-live';
import type { PipelineDocument } from '../../graph/document';
import { createMemoryBlobs } from '../../lib/blob-store';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { createRegistry } from '../../registry/create-registry';
import type { ModelRegistry } from '../../registry/registry';
import { emptyHost } from './fake-kinds';
import { fakeLiveKinds } from './fake-live-kinds';

/** What a session said, for the engine's own tests. */
export interface Heard {
  readonly session: LiveSession;
  readonly messages: readonly LiveMessage[];
  records(): readonly TickRecord[];
  events(): readonly LiveEvent[];
  phases(): readonly string[];
}

export const memoryRegistry = (): ModelRegistry =>
  createRegistry(createMemoryBlobs(), { now: () => '2025-01-01T00:00:00.000Z' });

/** Plays a document on the CPU, as fast as it can, and gathers what is said. */
export function play(
  document: PipelineDocument,
  more: Partial<LiveRun> & { readonly kinds?: Kinds; readonly host?: Host } = {},
): Heard {
  const kinds = more.kinds ?? fakeLiveKinds;
  const host = more.host ?? emptyHost;
  const messages: LiveMessage[] = [];
  const session = runLive({
    sessionId: 'session',
    engine: createEngine({ kinds, host }),
    kinds,
    host,
    registry: memoryRegistry(),
    document,
    backend: 'cpu',
    clock: 'virtual',
    ticksPerSecond: null,
    signal: new AbortController().signal,
    emit: (message) => messages.push(message),
    ...more,
  });
  const records = (): readonly TickRecord[] => messages.flatMap((m) => (m.type === 'ticks' ? m.records : []));
  return {
    session,
    messages,
    records,
    events: () => records().flatMap(({ events }) => events),
    phases: () => messages.flatMap((m) => (m.type === 'phase' ? [m.phase] : [])),
  };
}
