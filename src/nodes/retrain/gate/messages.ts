import { counted, plural } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Message, type Speech, speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';
import { shown } from '../../wording/event-figures';
import { measureName } from '../../wording/measure-words';
import type { TestName } from './compare';
import { TEST_NAMES } from './test-names';

/** What a sentence about a comparison needs of it; `first` is the champion. */
type Compared = {
  readonly measure: string;
  readonly first: number | null;
  readonly second: number | null;
  readonly rows: number;
  readonly test: TestName;
  readonly pValue: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** "accuracy 0.91 against 0.84 on 500 rows (McNemar, p = 0.003)". */
function both(compared: Compared): Text {
  const { measure, first, second, rows } = compared;
  const name = measureName(measure);
  const [old, young] = [figure(first), figure(second)];
  const sure = evidence(compared);
  return text(
    `${name.en} ${young.en} against ${old.en} on ${counted(rows, 'row')}${sure.en}`,
    `${rows}개 행의 ${name.ko} ${young.ko}, 챔피언 ${old.ko}${sure.ko}`,
  );
}

const figure = (value: number | null): Text =>
  value === null ? text('undefined', '정의되지 않음') : text(shown(value), shown(value));

function evidence({ test, pValue, low, high }: Compared): Text {
  const name = TEST_NAMES[test];
  if (test === 'none') return text('', '');
  if (pValue !== null) return text(` (${name.en}, p = ${shown(pValue)})`, ` (${name.ko}, p = ${shown(pValue)})`);
  if (low === null || high === null) return text(` (${name.en})`, ` (${name.ko})`);
  const interval = `${shown(low)} … ${shown(high)}`;
  return text(` (${name.en} interval of the loss less: ${interval})`, ` (줄어든 손실의 ${name.ko} 구간: ${interval})`);
}

function listed(messages: readonly Message[], speech: Speech): Text {
  const all = messages.map(speech.words);
  return text(all.map(({ en }) => en).join('; '), all.map(({ ko }) => ko).join(', '));
}

/** A sentence as a part of another: without its full stop. */
const within = ({ en, ko }: Text): Text => text(withoutStop(en), withoutStop(ko));
const withoutStop = (sentence: string): string => (sentence.endsWith('.') ? sentence.slice(0, -1) : sentence);

/** What the watch over a promoted model came to: here `second` is the promoted one. */
const watched = (compared: Compared): Text => {
  const { measure, first, second, rows } = compared;
  const name = measureName(measure);
  const sure = evidence(compared);
  const [before, now] = [figure(first), figure(second)];
  return text(
    `on its first ${counted(rows, 'row')} ${name.en} ${now.en}, where the model before has ${before.en}${sure.en}`,
    `첫 ${rows}개 행의 ${name.ko} ${now.ko}, 이전 모델은 ${before.ko}${sure.ko}`,
  );
};

export const gateWords = {
  'no-champion': () => text('Waits for a champion.', '챔피언을 기다려요.'),
  'no-stream': () =>
    text(
      'The champion serves no stream, so there are no labelled rows to compare on. Connect a stream to the deployment.',
      '챔피언이 스트림을 받지 않아 비교할 라벨이 달린 행이 없어요. 배포에 스트림을 연결하세요.',
    ),
  'no-challenger': () => text('Waits for a challenger.', '도전자를 기다려요.'),
  always: () => text('Promoted without a comparison, as it was told.', '설정에 따라 비교 없이 승격했어요.'),
  'same-model': () =>
    text('Held: the challenger is the champion itself.', '승격하지 않았어요: 도전자가 챔피언과 같은 모델이에요.'),
  overtaken: () => text('A newer challenger came before its turn.', '차례가 오기 전에 더 새로운 도전자가 왔어요.'),
  'promoted-by-hand': () => text('Promoted by a person.', '사람이 승격했어요.'),
  'held-by-hand': () => text('Held by a person.', '사람이 승격하지 않기로 했어요.'),
  'other-task': () =>
    text(
      'Held: one model predicts a class and the other a number. Set the task of the training node yourself instead of “auto”.',
      '승격하지 않았어요: 한 모델은 클래스를, 다른 모델은 수를 예측해요. 학습 노드의 작업을 “자동” 대신 직접 정하세요.',
    ),
  'waits-for-rows': ({ missing, rows }: { readonly missing: number; readonly rows: number }) =>
    text(
      `Waits for ${missing} of ${counted(rows, 'labelled row')} that neither model has learned from.`,
      `두 모델 모두 학습하지 않은, 라벨이 달린 행 ${rows}개 중 ${missing}개를 더 기다려요.`,
    ),
  'gave-up': ({
    missing,
    rows,
    patience,
  }: {
    readonly missing: number;
    readonly rows: number;
    readonly patience: number;
  }) =>
    text(
      `Held: ${missing} of ${counted(rows, 'labelled row')} ${plural(missing, 'is', 'are')} still missing after ${counted(patience, 'tick')}.`,
      `승격하지 않았어요: ${patience}틱이 지나도 라벨이 달린 행 ${rows}개 중 ${missing}개가 모자라요.`,
    ),
  watches: (
    { version, missing, rows }: { readonly version: string; readonly missing: number; readonly rows: number },
    speech: Speech,
  ) => {
    const name = speech.version(version);
    return text(
      `Watches ${name.en}: ${missing} of its first ${counted(rows, 'labelled row')} ${plural(missing, 'is', 'are')} missing.`,
      korean`${name.ko}을(를) 지켜보고 있어요. 라벨이 달린 첫 ${rows}개 행 중 ${missing}개가 모자라요.`,
    );
  },
  asks: (
    {
      version,
      advice: advised,
      why,
    }: { readonly version: string; readonly advice: 'promote' | 'hold'; readonly why: Message },
    speech: Speech,
  ) => {
    const advice = advised === 'promote' ? text('promote', '승격') : text('hold', '보류');
    const name = speech.version(version);
    const { en, ko } = speech.words(why);
    return text(
      `Asks a person about ${name.en} (advice: ${advice.en}). ${en}`,
      korean`${name.ko}을(를) 승격할지 물어요(권고: ${advice.ko}). ${ko}`,
    );
  },
  promoted: (compared: Compared) => {
    const { en, ko } = both(compared);
    return text(`Promoted: ${en}.`, `승격했어요: ${ko}.`);
  },
  held: ({ why, ...compared }: Compared & { readonly why: Message }, speech: Speech) => {
    const { en, ko } = both(compared);
    const because = speech.words(why);
    return text(`Held: ${because.en}; ${en}.`, `승격하지 않았어요: ${because.ko}. ${ko}.`);
  },
  'held-by-guards': ({ broken }: { readonly broken: readonly Message[] }, speech: Speech) => {
    const { en, ko } = listed(broken, speech);
    return text(`Held: ${en}.`, `승격하지 않았어요: ${ko}.`);
  },
  'rolled-back': (compared: Compared) => {
    const { en, ko } = watched(compared);
    return text(`Rolled back: ${en}.`, `롤백해요: ${ko}.`);
  },
  stays: (compared: Compared) => {
    const { en, ko } = watched(compared);
    return text(`The promoted model stays: ${en}.`, `승격한 모델을 유지해요: ${ko}.`);
  },
  // Why a challenger is held: parts of sentences.
  worse: () => text('the challenger does worse', '도전자가 더 나쁨'),
  untestable: ({ because }: { readonly because: Text }) => {
    const { en, ko } = within(because);
    return text(`the test can say nothing (${en})`, `검정할 수 없음(${ko})`);
  },
  alike: () => text('both models answer every row alike', '두 모델의 답이 모든 행에서 같음'),
  'no-difference': () => text('no clear difference', '뚜렷한 차이 없음'),
  'small-gain': ({ gain, least }: { readonly gain: number | null; readonly least: number }) => {
    const found = figure(gain);
    return text(
      `a gain of ${found.en} is below ${shown(least)}`,
      korean`향상 폭 ${found.ko}이(가) ${shown(least)}보다 작음`,
    );
  },
  guards: ({ broken }: { readonly broken: readonly Message[] }, speech: Speech) => listed(broken, speech),
  // Guard rails: parts of sentences.
  parameters: ({ count, most }: { readonly count: number; readonly most: number }) =>
    text(`${count} parameters, at most ${most}`, `매개변수 ${count}개, 최대 ${most}개`),
  'multiply-adds': ({ count, most }: { readonly count: number; readonly most: number }) =>
    text(`${count} multiply-adds a row, at most ${most}`, `행마다 곱셈-덧셈 ${count}번, 최대 ${most}번`),
  'no-sensitive-column': () => text('there is no sensitive column to watch', '살필 민감 속성 열이 없음'),
  'no-favourable-class': () => text('there is no favourable class to watch', '살필 유리한 클래스가 없음'),
  'worst-group': ({
    measure,
    group,
    before,
    after,
  }: {
    readonly measure: 'rmse' | 'accuracy';
    readonly group: string;
    readonly before: number;
    readonly after: number;
  }) => {
    const label = measure === 'rmse' ? text('RMSE', 'RMSE') : text('accuracy', '정확도');
    return text(
      `the worst group’s ${label.en} goes from ${shown(before)} to ${shown(after)} (“${group}”)`,
      korean`가장 나쁜 집단의 ${label.ko}이(가) ${shown(before)}에서 ${shown(after)}(으)로 나빠짐(“${group}”)`,
    );
  },
  parity: ({ before, after }: { readonly before: number; readonly after: number }) =>
    text(
      `the parity difference rises from ${shown(before)} to ${shown(after)}`,
      korean`집단 간 선택률 차이가 ${shown(before)}에서 ${shown(after)}(으)로 커짐`,
    ),
};

export const sayOfGate = speaker('gate', gateWords);
