import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { readRows } from '../../python/read-rows';
import { lakeSpec } from './spec';

export const lakeCode = defineCode(lakeSpec, {
  python(node) {
    const { name, version } = node.params;
    const set = name.trim();
    const of =
      version === ''
        ? text('its newest version when this was written', '이 프로그램을 쓸 때 가장 새 버전')
        : text(`version ${version.slice(0, 12)}`, `${version.slice(0, 12)} 버전`);
    return readRows(
      node,
      'data',
      text(
        `The rows of “${set}” in Millrace’s data lake, ${of.en}; they lie beside this program.`,
        korean`Millrace 데이터 레이크에 있는 “${set}”의 행(${of.ko})이에요(예요). 이 프로그램 옆에 있어요.`,
      ),
    );
  },
});
