import type { TickRecord } from '../../engine/live/messages';
import type { PipelineDocument } from '../../graph/document';
import { nameAt } from '../../graph/node-name';
import { counted } from '../../lib/figures';
import { type Message, shapeOf } from '../../lib/message';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { useNotices } from '../view/notice-store';

/** The same alert is not brought up again sooner, once a person has put it away. */
const QUIET_MS = 10_000;

/** Alerts of one session, each said once with how often it came. */
export interface LiveAlerts {
  tell(records: readonly TickRecord[], document: PipelineDocument, words: (message: Message) => Text): void;
}

/** A gate that leaves the decision to a person. */
const asks = ({ type, figures }: LiveEvent): boolean => type === 'gate' && figures.verdict === 'ask';

/** What makes two alerts the same: their node and what they say, whatever its figures. */
const subjectOf = ({ nodeId, reason }: LiveEvent): string => `alert ${nodeId} ${shapeOf(reason)}`;

export function createLiveAlerts(showOutside: (title: Text, subject: string) => void, now: () => number): LiveAlerts {
  const told = new Map<string, { count: number; at: number; id: number }>();

  const tellOne = (alert: LiveEvent, document: PipelineDocument, words: (message: Message) => Text): void => {
    const subject = subjectOf(alert);
    const before = told.get(subject) ?? { count: 0, at: Number.NEGATIVE_INFINITY, id: -1 };
    const count = before.count + 1;
    const shown = useNotices.getState().notices.some(({ id }) => id === before.id);
    const message = alertMessage(alert, words(alert.reason), document, count);
    if (!shown && now() - before.at < QUIET_MS) {
      told.set(subject, { ...before, count });
      useNotices.getState().reword(before.id, message);
      return;
    }
    const id = useNotices.getState().notify({ severity: 'warning', subject, message }, before.id);
    told.set(subject, { count, at: now(), id });
    if (!shown) showOutside(message, subject);
  };

  return {
    tell(records, document, words) {
      for (const { events } of records) {
        for (const event of events) if (event.type === 'alert' || asks(event)) tellOne(event, document, words);
      }
    },
  };
}

function alertMessage(alert: LiveEvent, said: Text, document: PipelineDocument, count: number): Text {
  const name = nameAt(catalog.compile(document), alert.nodeId);
  const times = count === 1 ? text('', '') : text(` (${counted(count, 'time')})`, ` (${count}번)`);
  return text(`${name.en}: ${said.en}${times.en}`, `${name.ko}: ${said.ko}${times.ko}`);
}
