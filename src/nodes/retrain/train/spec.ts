import type { Problem } from '../../../graph/problem';
import { counted } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { trainForm } from './form';
import { type TrainParams, trainParams } from './params';

export const trainSpec = defineKind({
  id: 'retrain.train',
  version: 1,
  stage: 'retrain',
  role: 'retraining',
  computesWith: 'network',
  icon: 'refresh-cw',
  title: text('Retrain', '재학습'),
  keywords: [
    'retrain',
    'challenger',
    'incremental',
    'continual',
    'online',
    'update',
    '재학습',
    '도전자',
    '증분',
    '갱신',
  ],
  inputs: [
    { name: 'signal', type: 'signal', title: text('Signal', '신호'), live: 'only' },
    { name: 'model', type: 'model', title: text('Champion', '챔피언'), live: 'only', content: 'champion' },
  ],
  outputs: [{ name: 'model', type: 'model', title: text('Challenger', '도전자'), live: 'only', content: 'challenger' }],
  params: trainParams,
  form: trainForm,
  summary,
  infer: (inputs, params) => ({
    outputs: { model: inputs.model?.type === 'model' ? inputs.model : undefined },
    problems: problemsOf(params),
  }),
});

function summary({ mode, rows, window, halfLife, since, wait }: TrainParams): Text {
  const how = mode === 'full' ? text('full', '전체') : text('incremental', '증분');
  const which = {
    window: text(`last ${counted(window, 'row')}`, `최근 ${window}행`),
    all: text('all rows', '모든 행'),
    weighted: text(`all rows, half-life ${halfLife}`, `모든 행, 반감기 ${halfLife}행`),
  }[rows];
  const from = {
    any: text('', ''),
    drift: text(' since the drift', ' · 드리프트 이후'),
    champion: text(' since the champion', ' · 챔피언 이후'),
  }[since];
  const later = wait === 0 ? text('', '') : text(` · after ${wait} more`, ` · ${wait}행 더 기다림`);
  return text(`${how.en} · ${which.en}${from.en}${later.en}`, `${how.ko} · ${which.ko}${from.ko}${later.ko}`);
}

function problemsOf({ mode, rows, window, leastRows }: TrainParams): readonly Problem[] {
  const problems: Problem[] = [];
  if (mode === 'incremental' && rows === 'weighted') {
    problems.push({
      code: 'weights-need-full',
      severity: 'error',
      param: 'rows',
      message: text(
        'Only full retraining weighs rows by their age.',
        '오래된 정도에 따라 행에 가중치를 주는 것은 전체 재학습에서만 돼요.',
      ),
      hint: text(
        'Choose a window or all rows, or full retraining.',
        '윈도나 모든 행을 고르거나 전체 재학습을 고르세요.',
      ),
    });
  }
  if (rows === 'window' && window < leastRows) {
    problems.push({
      code: 'window-too-small',
      severity: 'error',
      param: 'window',
      message: text(
        `A window of ${counted(window, 'row')} never holds the ${counted(leastRows, 'row')} that training asks for.`,
        `${window}행 윈도로는 학습에 필요한 ${leastRows}행을 채울 수 없어요.`,
      ),
      hint: text('Widen the window, or lower the least rows.', '윈도를 넓히거나 최소 행 수를 낮추세요.'),
    });
  }
  return problems;
}
