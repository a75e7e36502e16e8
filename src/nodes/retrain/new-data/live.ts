import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineTrigger } from '../../triggers/trigger-frame';
import { newDataSpec } from './spec';

const SORTS = {
  labelled: text('labelled rows', '라벨이 달린 행'),
  'handed-out': text('rows', '들어온 행'),
  versions: text('versions of the data set', '데이터 세트의 버전'),
} as const;

const followsNothing = text(
  'the stream goes on with no data set of the lake',
  '스트림이 이어서 받는 레이크 데이터 세트가 없음',
);

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
      return { own, met: false, why: followsNothing, figures: { newRows: 0, every, count } };
    }
    const total =
      count === 'labelled' ? totalLabelled : count === 'handed-out' ? own.total + batch : (versions ?? own.total);
    const rows = total - base;
    const sort = SORTS[count];
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
