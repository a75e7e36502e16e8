import { setTimeout as wait } from 'node:timers/promises';
import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { ReportedEvent } from '../../nodes/contract/live-events';

/** Alerts on their way to an address. */
export interface Webhook {
  /** Sends an alert after those before it; never waits and never throws. */
  send(alert: ReportedEvent): void;
  /** Waits for what is under way, `patience` milliseconds at most; says what was not delivered. */
  close(patience: number): Promise<void>;
}

export interface WebhookOptions {
  readonly url: string;
  readonly pipeline: string;
  /** Is told what could not be delivered. */
  readonly warn: (message: Text) => void;
  /** How long one attempt may take. */
  readonly timeoutMs?: number;
  /** What is waited between attempts: one more attempt than there are waits. */
  readonly waitsMs?: readonly number[];
}

/** Alerts that wait while the address does not answer; the oldest give way. */
const MOST_WAITING = 1_000;

/**
 * Posts alerts as JSON, one after another. An attempt that is not answered with a success (or at all) is repeated; when
 * all have failed the alert is warned of and the next one has its turn.
 */
export function createWebhook(options: WebhookOptions): Webhook {
  const { url, pipeline, warn, timeoutMs = 10_000, waitsMs = [1_000, 5_000] } = options;
  const waiting: ReportedEvent[] = [];
  const closing = new AbortController();
  let working: Promise<void> | undefined;

  const deliver = async (alert: ReportedEvent): Promise<void> => {
    const body = JSON.stringify({ format: 'millrace/alert', version: 1, pipeline, event: alert });
    let why = '';
    for (let attempt = 0; attempt <= waitsMs.length; attempt++) {
      if (attempt > 0) await wait(waitsMs[attempt - 1], undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) break;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          redirect: 'error',
          signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing.signal]),
        });
        await response.body?.cancel();
        if (response.ok) return;
        why = `status ${response.status}`;
      } catch (cause) {
        why = causeOf(cause);
      }
    }
    warn(notDelivered(alert, why));
  };

  const work = async (): Promise<void> => {
    for (let alert = waiting.shift(); alert !== undefined; alert = waiting.shift()) await deliver(alert);
    working = undefined;
  };

  return {
    send(alert) {
      const crowdedOut = waiting.length >= MOST_WAITING ? waiting.shift() : undefined;
      if (crowdedOut !== undefined) warn(notDelivered(crowdedOut, `${counted(MOST_WAITING, 'alert')} wait already`));
      waiting.push(alert);
      working ??= work();
    },
    async close(patience) {
      const enough = new AbortController();
      await Promise.race([working, wait(patience, undefined, { signal: enough.signal }).catch(() => undefined)]);
      enough.abort();
      closing.abort();
      await working;
    },
  };
}

/** What went wrong underneath a fetch, which says only that it failed. */
function causeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message || cause.cause.name : cause.message;
}

const notDelivered = ({ tick, reason, reasonKo }: ReportedEvent, why: string): Text =>
  text(
    `The alert of tick ${tick} was not delivered (${why}): ${reason}`,
    `틱 ${tick}의 경고를 전달하지 못했어요(${why}): ${reasonKo}`,
  );
