import { counted } from '../../../lib/figures';
import { speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';

type Sort = 'labelled' | 'handed-out' | 'versions';

const SORTS: Readonly<Record<Sort, Text>> = {
  labelled: text('labelled row', '라벨이 달린 행'),
  'handed-out': text('row', '들어온 행'),
  versions: text('version', '데이터 세트의 버전'),
};

export const newDataWords = {
  'follows-nothing': () =>
    text('the stream goes on with no data set of the lake', '스트림이 이어서 받는 레이크 데이터 세트가 없음'),
  came: ({ rows, every, count }: { readonly rows: number; readonly every: number; readonly count: Sort }) => {
    const sort = SORTS[count];
    const of = count === 'versions' ? ' of the data set' : '';
    return text(
      `${rows} of ${counted(every, sort.en)}${of} since it last fired`,
      `마지막 작동 이후 ${sort.ko} ${every}개 중 ${rows}개`,
    );
  },
};

export const sayOfNewData = speaker('new-data', newDataWords);
