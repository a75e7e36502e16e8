import { counted } from '../../lib/figures';
import { speaker } from '../../lib/message';
import { type Text, text } from '../../lib/text';

type FailureArgs = {
  readonly code: string;
  readonly message: Text;
  readonly hint: Text;
};

/** What the loop itself says of nodes. */
export const loopWords = {
  // Timelines of before have a name as one word.
  'could-not': ({ name, message, hint }: FailureArgs & { readonly name: string | Text }) => {
    const called = typeof name === 'string' ? text(name, name) : name;
    return text(
      `“${called.en}” could not do its part: ${message.en} ${hint.en}`,
      `“${called.ko}” 노드가 제 역할을 하지 못했어요: ${message.ko} ${hint.ko}`,
    );
  },
  failed: ({ message, hint }: FailureArgs) => text(`${message.en} ${hint.en}`, `${message.ko} ${hint.ko}`),
  'cut-short': ({
    rows,
    since,
    goesOn,
  }: {
    readonly rows: number;
    readonly since: number;
    readonly goesOn: boolean;
  }) => {
    const then = goesOn
      ? text('it goes on where the loop does', '루프를 이어 가면 이어서 학습해요')
      : text('nothing came of it', '결과는 나오지 않았어요');
    return text(
      `The training on ${counted(rows, 'row')} that began in tick ${since} was still under way when the loop stopped; ${then.en}.`,
      `루프가 멈출 때 ${since}틱에 시작한 ${rows}개 행의 학습이 끝나지 않았어요. ${then.ko}.`,
    );
  },
  'takes-no-part': () =>
    text(
      'Takes no part: a node that it listens to is off, failed or could not go live.',
      '참여하지 않아요: 값을 주는 노드가 꺼져 있거나 실패했거나 루프에 들어오지 못했어요.',
    ),
};

export const sayOfLoop = speaker('loop', loopWords);
