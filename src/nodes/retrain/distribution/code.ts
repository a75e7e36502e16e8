import { count, figure, percent, plural } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { firesWhen } from '../../triggers/loop-words';
import { type DistributionParams, distributionSpec } from './spec';

export const distributionCode = defineCode(distributionSpec, {
  loop(params) {
    const { inARow } = params;
    const found = foundIn(params);
    const when =
      inARow === 1
        ? text(`when ${found.en}`, found.ko)
        : text(
            `when in ${count(inARow)} ${plural(inARow, 'batch', 'batches')} with rows in a row ${found.en}`,
            `행이 있는 배치 ${count(inARow)}개에서 잇달아 ${found.ko}`,
          );
    return firesWhen(when, params, true);
  },
});

function foundIn(params: DistributionParams): Text {
  const { columns, howMany, share, least, prediction, target } = params;
  const of =
    columns.length === 0
      ? text('of the columns that can be compared', '비교할 수 있는 열')
      : text(
          `of ${columns.map((name) => `“${name}”`).join(', ')}`,
          `${columns.map((name) => `“${name}”`).join(', ')} 열`,
        );
  const many =
    howMany === 'share'
      ? text(`at least ${percent(share)}`, `${percent(share)} 이상이`)
      : text(`at least ${count(least)}`, `${count(least)}개 이상이`);
  const changed = CHANGED[params.statistic](params);
  const others = [
    ...(prediction ? [text('the answers drift', '답이 달라지거나')] : []),
    ...(target ? [text('the labels drift', '정답이 달라지거나')] : []),
  ];
  const or = others.map(({ en }) => ` or ${en}`).join('');
  const orKo = others.map(({ ko }) => `${ko} `).join('');
  return text(`${many.en} ${of.en} ${changed.en}${or}`, `${orKo}${of.ko} 가운데 ${many.ko} ${changed.ko}`);
}

const CHANGED: Readonly<Record<DistributionParams['statistic'], (params: DistributionParams) => Text>> = {
  verdict: () => text('drift by the monitor’s verdict', '모니터의 판정으로 달라졌으면'),
  effect: ({ bound }) => text(`differ by a PSI of ${figure(bound)} or more`, `PSI ${figure(bound)} 이상 다르면`),
  statistic: ({ bound }) => text(`have a statistic of ${figure(bound)} or more`, `통계량이 ${figure(bound)} 이상이면`),
  'p-value': ({ pValue }) => text(`have a p-value of ${figure(pValue)} or less`, `p값이 ${figure(pValue)} 이하이면`),
};
