import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { readCron } from '../../triggers/cron';
import { defineTrigger } from '../../triggers/trigger-frame';
import { cronWords, type ScheduleParams, scheduleSpec } from './spec';

/** Fires where a moment of its schedule lies in the tick: after the tick before, up to this one's end. */
export const scheduleLive = defineTrigger(scheduleSpec, {
  own: z.strictObject({ next: z.number().nullable(), known: z.boolean() }),
  begin: { next: null, known: false },
  judge: ({ params, own, ctx }) => {
    const isStale = !own.known || (own.next !== null && own.next <= ctx.before);
    const moment = isStale ? nextMoment(params, ctx.before) : own.next;
    const met = moment !== null && moment <= ctx.time;
    const next = met ? nextMoment(params, ctx.time) : moment;
    const why = met
      ? text(`${shownTime(moment)} has come`, `${shownTime(moment)}이(가) 됨`)
      : next === null
        ? text('no further moment comes', '다음 시각이 없음')
        : text(`the next moment is ${shownTime(next)}`, `다음 시각은 ${shownTime(next)}`);
    const figures = { moment: met ? iso(moment) : null, next: next === null ? null : iso(next) };
    return { own: { next, known: true }, met, why, figures };
  },
});

/** The words are read only when another moment is asked for: few ticks do. */
function nextMoment(params: ScheduleParams, after: number): number | null {
  const schedule = readCron(cronWords(params));
  if (!schedule.ok) throw unreadable(schedule.message);
  return schedule.next(after);
}

const iso = (time: number): string => new Date(time).toISOString();
const shownTime = (time: number): string => `${iso(time).slice(0, 16).replace('T', ' ')} UTC`;

function unreadable(message: Failure['detail']['message']): Failure {
  return new Failure({
    code: 'bad-cron',
    message,
    hint: text('Write five parts, for example “0 3 * * *”.', '“0 3 * * *”처럼 다섯 부분으로 적으세요.'),
  });
}
