import { counted, percent } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { shown } from '../../wording/event-figures';
import { measureName } from '../../wording/measure-words';
import { gateForm } from './form';
import { gateParams } from './params';

export const gateSpec = defineKind({
  id: 'retrain.gate',
  version: 2,
  stage: 'retrain',
  role: 'gate',
  computesWith: 'network',
  icon: 'shield-check',
  title: text('Gate', '게이트'),
  keywords: [
    'gate',
    'promote',
    'champion',
    'challenger',
    'compare',
    'rollback',
    'mcnemar',
    'approval',
    '게이트',
    '승격',
    '챔피언',
    '도전자',
    '비교',
    '되돌리기',
    '승인',
  ],
  inputs: [
    { name: 'champion', type: 'model', title: text('Champion', '챔피언'), live: 'only' },
    { name: 'challenger', type: 'model', title: text('Challenger', '도전자'), live: 'only' },
  ],
  outputs: [{ name: 'promoted', type: 'model', title: text('Promoted', '승격된 모델'), live: 'only' }],
  params: gateParams,
  form: gateForm,
  summary: ({ decision, rows, measure, minGain, level, test }) => {
    if (decision === 'always') return text('always promotes', '항상 승격');
    const name = measure === 'headline' ? text('headline', '대표 지표') : measureName(measure);
    const sure = test === 'none' ? text('', '') : text(` · ${percent(level)} level`, ` · 유의 수준 ${percent(level)}`);
    const gain = minGain === 0 ? text('', '') : text(` + ${shown(minGain)}`, ` ${shown(minGain)} 이상`);
    const ask = decision === 'ask' ? text('asks · ', '사람이 결정 · ') : text('', '');
    return text(
      `${ask.en}${name.en}${gain.en} on ${counted(rows, 'row')}${sure.en}`,
      `${ask.ko}${rows}행의 ${name.ko}${gain.ko}${sure.ko}`,
    );
  },
  infer: (inputs) => ({
    outputs: { promoted: inputs.champion?.type === 'model' ? inputs.champion : undefined },
    problems: [],
  }),
});
