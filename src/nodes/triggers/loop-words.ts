import { count, plural } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { TriggerParams } from './trigger-params';

/** What a trigger does in a tick: when its condition holds, and what keeps it back all the same. */
export function firesWhen(when: Text, { minRows, coolDown }: TriggerParams, backsOff = false): Text {
  const en = [
    ...(minRows > 0
      ? [`not before ${count(minRows)} labelled ${plural(minRows, 'row')} since the last champion or firing`]
      : []),
    ...(coolDown > 0
      ? [`not within ${count(coolDown)} ${plural(coolDown, 'batch', 'batches')} of the last firing`]
      : []),
    ...(backsOff ? ['more rarely for what a challenger was held for'] : []),
  ];
  const ko = [
    ...(minRows > 0 ? [`마지막 챔피언이나 작동 뒤 라벨이 달린 행이 ${count(minRows)}개 모이기 전`] : []),
    ...(coolDown > 0 ? [`마지막 작동 뒤 배치 ${count(coolDown)}개가 지나기 전`] : []),
  ];
  const rarely = backsOff ? ' 도전자를 승격하지 않은 까닭과 같은 일에는 더 드물게 작동해요.' : '';
  return text(
    `fires ${when.en}${en.length === 0 ? '' : `; ${en.join(', ')}`}.`,
    `${when.ko} 작동해요.${ko.length === 0 ? '' : ` ${ko.join('이나 ')}에는 작동하지 않아요.`}${rarely}`,
  );
}
