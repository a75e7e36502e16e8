import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { triggerHelp } from '../../triggers/trigger-help';
import type { newDataSpec } from './spec';

export const newDataHelp: HelpOf<typeof newDataSpec> = {
  kind: text(
    'Fires whenever so many new rows have come in since it last fired: rows whose labels are known, all rows that were served, or versions of the data set that the stream follows. It needs no drift to be found, and keeps a model fresh at a steady cost.',
    '마지막으로 작동한 뒤 새로운 행이 정해진 만큼 들어올 때마다 작동해요. 라벨이 도착한 행, 예측을 제공한 모든 행, 스트림이 따라가는 데이터 세트의 버전을 셀 수 있어요. 드리프트를 찾지 않아도 되고, 일정한 비용으로 모델을 새롭게 유지해요.',
  ),
  fields: { every: text('Counted since it last fired.', '마지막으로 작동한 뒤부터 헤아려요.'), ...triggerHelp },
  options: {
    count: {
      versions: text(
        'Each time rows are appended to the data set of the lake that the stream goes on with.',
        '스트림이 이어서 받는 레이크 데이터 세트에 행이 추가될 때마다 헤아려요.',
      ),
    },
  },
};
