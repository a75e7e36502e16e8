import { z } from 'zod';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { readCron } from '../../triggers/cron';
import { defineTrigger } from '../../triggers/trigger-frame';
import { sayOfSchedule } from './messages';
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
      ? sayOfSchedule('come', { at: iso(moment) })
      : next === null
        ? sayOfSchedule('none')
        : sayOfSchedule('next', { at: iso(next) });
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

function unreadable(message: Failure['detail']['message']): Failure {
  return new Failure({
    code: 'bad-cron',
    message,
    hint: text('Write five parts, for example “0 3 * * *”.', '“0 3 * * *”처럼 다섯 부분으로 적으세요.'),
  });
}
