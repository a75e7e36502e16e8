import { counted } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Message, type Speech, speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';
import type { RetrainJob } from '../../contract/live';
import { shown } from '../../wording/event-figures';
import { measureName } from '../../wording/measure-words';

type Mode = { readonly mode: RetrainJob['mode'] };
type Failed = Mode & { readonly message: Text };

const KINDS: Readonly<Record<RetrainJob['mode'], Text>> = {
  full: text('Full retraining', '전체 재학습'),
  incremental: text('Incremental training', '증분 재학습'),
};

const failed = ({ mode, message }: Failed): Text =>
  text(
    `${KINDS[mode].en} failed: ${message.en} The champion goes on serving.`,
    korean`${KINDS[mode].ko}이(가) 실패했어요: ${message.ko} 챔피언이 예측을 계속 제공해요.`,
  );

export const trainWords = {
  'no-champion': () => text('Waits for a champion.', '챔피언을 기다려요.'),
  /** Said of a deployment whose rows come from no stream. */
  'no-stream': () =>
    text(
      'The champion serves no stream, so there are no labelled rows to learn from. Connect a stream to the deployment.',
      '챔피언이 스트림을 받지 않아 학습할 라벨이 달린 행이 없어요. 배포에 스트림을 연결하세요.',
    ),
  'waits-for-signal': () => text('Waits for its signal to fire.', '신호가 작동하기를 기다려요.'),
  'waits-for-rows': ({ missing }: { readonly missing: number }) =>
    text(
      `Fired; waits for ${counted(missing, 'more labelled row')}.`,
      `작동했어요. 라벨이 달린 행을 ${missing}개 더 기다려요.`,
    ),
  trains: ({ rows, since, again }: { readonly rows: number; readonly since: number; readonly again: boolean }) => {
    const more = again
      ? text(' It fired again: once more after this.', ' 그동안 다시 작동해, 끝나면 한 번 더 학습해요.')
      : text('', '');
    return text(
      `Trains on ${counted(rows, 'row')} since tick ${since}.${more.en}`,
      `${since}틱부터 ${rows}개 행으로 학습하고 있어요.${more.ko}`,
    );
  },
  begins: (
    {
      mode,
      from,
      to,
      replay,
      why,
    }: Mode & { readonly from: number; readonly to: number; readonly replay: number; readonly why: Message },
    speech: Speech,
  ) => {
    const kind = KINDS[mode];
    const past = replay === 0 ? text('', '') : text(` and ${replay} of the past`, `과 과거의 ${replay}개 행`);
    const because = speech.words(why);
    return text(
      `${kind.en} on rows ${from + 1} to ${to}${past.en} begins: ${because.en}.`,
      korean`${from + 1}~${to}번째 행${past.ko}(으)로 ${kind.ko}을(를) 시작해요: ${because.ko}.`,
    );
  },
  made: (
    {
      mode,
      rows,
      version,
      measure,
      value,
    }: Mode & {
      readonly rows: number;
      readonly version: string;
      /** Its own figure; null where none is known. */
      readonly measure: string | null;
      readonly value: number | null;
    },
    speech: Speech,
  ) => {
    const kind = KINDS[mode];
    const figure =
      measure === null || value === null
        ? text('', '')
        : text(`: ${measureName(measure).en} ${shown(value)}`, `: ${measureName(measure).ko} ${shown(value)}`);
    const name = speech.version(version);
    return text(
      `${kind.en} on ${counted(rows, 'row')} made ${name.en}${figure.en}.`,
      korean`${rows}개 행의 ${kind.ko}(으)로 ${name.ko}이(가) 나왔어요${figure.ko}.`,
    );
  },
  failed,
  /** The same as an alert, with what to do. */
  'failed-alert': ({ hint, ...rest }: Failed & { readonly hint: Text }) => {
    const { en, ko } = failed(rest);
    return text(`${en} ${hint.en}`, `${ko} ${hint.ko}`);
  },
};

export const sayOfTrain = speaker('train', trainWords);
