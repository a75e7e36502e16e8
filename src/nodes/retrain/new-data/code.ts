import { count, plural } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { firesWhen } from '../../triggers/loop-words';
import { newDataSpec } from './spec';

export const newDataCode = defineCode(newDataSpec, {
  loop(params) {
    const many = count(params.every);
    const when = {
      labelled: text(
        `once ${many} new ${plural(params.every, 'row has got its label', 'rows have got their labels')} since it last fired`,
        `마지막으로 작동한 뒤 새 행 ${many}개의 정답이 도착하면`,
      ),
      'handed-out': text(
        `once ${many} new ${plural(params.every, 'row has', 'rows have')} come in since it last fired`,
        `마지막으로 작동한 뒤 새 행이 ${many}개 들어오면`,
      ),
      versions: text(
        `once the data set that the stream follows has had ${many} new ${plural(params.every, 'version')} since it last fired`,
        `마지막으로 작동한 뒤 스트림이 따라가는 데이터 세트에 새 버전이 ${many}개 생기면`,
      ),
    }[params.count];
    return firesWhen(when, params);
  },
});
