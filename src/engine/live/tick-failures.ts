import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import { type Text, text } from '../../lib/text';
import type { LiveEventDraft, LiveStatus } from '../../nodes/contract/live-events';
import { unexpectedFailure } from '../reasons';
import { sayOfLoop } from './messages-of-loop';

/** What kept a node from its part: a bug too is told. Throws Cancelled where the loop itself is being ended. */
export function tickFailure(error: unknown, signal: AbortSignal): FailureDetail {
  if (signal.aborted || error instanceof Cancelled) throw new Cancelled();
  return error instanceof Failure ? error.detail : unexpectedFailure(error);
}

/** Whether a failure is the one of the tick before, whatever sentence tells of it. */
export function isSameFailure(before: FailureDetail | undefined, now: FailureDetail): boolean {
  const { code, column, row, port } = now;
  return before?.code === code && before.column === column && before.row === row && before.port === port;
}

/** A node that could not do its part, as an event. */
export function failureEvent(name: Text, { code, message, hint }: FailureDetail): LiveEventDraft {
  return {
    type: 'alert',
    reason: sayOfLoop('could-not', { name, code, message, hint }),
    figures: { code },
  };
}

/** The same, as the line under the node. */
export function failureStatus({ code, message, hint }: FailureDetail): LiveStatus {
  return { level: 'alarm', message: sayOfLoop('failed', { code, message, hint }) };
}

/** The line under a node that the loop goes without. */
export const takesNoPart: LiveStatus = {
  level: 'warning',
  message: sayOfLoop('takes-no-part'),
};

/** Why no loop can begin: the first of what kept its nodes out, or that it has no stream. */
export function nothingTicks(reasons: readonly FailureDetail[]): Failure {
  const [first] = reasons;
  if (first !== undefined) return new Failure(first);
  return new Failure({
    code: 'nothing-live',
    message: text(
      'No stream is ready to hand out rows, so there is no loop to play.',
      '행을 내보낼 스트림이 없어서 루프를 재생할 수 없어요.',
    ),
    hint: text(
      'Add a Stream node, wire a table to it, and mend what keeps it from running.',
      '스트림 노드를 추가해 표를 연결하고, 실행을 막는 문제를 해결해 주세요.',
    ),
  });
}
