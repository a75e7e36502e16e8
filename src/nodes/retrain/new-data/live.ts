import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineTrigger } from '../../trigger-frame';
import { newDataParams } from './spec';

/** Counts rows since its last firing. */
export const newDataLive = defineTrigger('retrain.new-data', newDataParams, {
  own: z.strictObject({
    /** Rows of either sort that have come. */
    total: z.number(),
    /** The same when it last fired, in `firedAt`. */
    base: z.number(),
    firedAt: z.number(),
  }),
  begin: { total: 0, base: 0, firedAt: 0 },
  judge: ({ params: { every, count }, own, report, firedAt }) => {
    if (report === null) throw new Error('the report is a required input');
    const base = firedAt === own.firedAt ? own.base : own.total;
    const total = count === 'labelled' ? report.rows.totalLabelled : own.total + report.rows.batch;
    const rows = total - base;
    const sort = count === 'labelled' ? text('labelled rows', '라벨이 달린 행') : text('rows', '들어온 행');
    return {
      own: { total, base, firedAt },
      met: rows >= every,
      why: text(
        `${rows} of ${every} ${sort.en} since it last fired`,
        `마지막 작동 이후 ${sort.ko} ${every}개 중 ${rows}개`,
      ),
      figures: { newRows: rows, every, count },
    };
  },
});
