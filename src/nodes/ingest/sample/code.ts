import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { readRows } from '../../python/read-rows';
import { sampleSpec } from './spec';

export const sampleCode = defineCode(sampleSpec, {
  python: (node) =>
    readRows(
      node,
      node.params.name,
      text('The rows of the sample, which lie beside this program.', '이 프로그램 옆에 있는 예제 데이터의 행이에요.'),
    ),
});
