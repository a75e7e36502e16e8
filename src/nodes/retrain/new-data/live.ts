import { z } from 'zod';
import { defineTrigger } from '../../triggers/trigger-frame';
import { sayOfNewData } from './messages';
import { newDataSpec } from './spec';

/** Counts rows, or versions of what the stream follows, since its last firing. */
export const newDataLive = defineTrigger(newDataSpec, {
  own: z.strictObject({
    /** Rows, or versions, that have come. */
    total: z.number(),
    /** The same when it last fired, in `firedAt`. */
    base: z.number(),
    firedAt: z.number(),
  }),
  begin: { total: 0, base: 0, firedAt: 0 },
  judge: ({ params: { every, count }, own, report, firedAt }) => {
    if (report === null) return null;
    const base = firedAt === own.firedAt ? own.base : own.total;
    const { totalLabelled, batch, versions } = report.rows;
    if (count === 'versions' && versions === undefined) {
      return { own, met: false, why: sayOfNewData('follows-nothing'), figures: { newRows: 0, every, count } };
    }
    const total =
      count === 'labelled' ? totalLabelled : count === 'handed-out' ? own.total + batch : (versions ?? own.total);
    const rows = total - base;
    return {
      own: { total, base, firedAt },
      met: rows >= every,
      why: sayOfNewData('came', { rows, every, count }),
      figures: { newRows: rows, every, count },
    };
  },
});
