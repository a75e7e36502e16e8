import { counted } from '../../../lib/figures';
import { type Message, type Speech, speaker } from '../../../lib/message';
import { text } from '../../../lib/text';

export const combineWords = {
  all: ({ whys }: { readonly whys: readonly Message[] }, speech: Speech) => {
    const said = whys.map(speech.words);
    return text(said.map(({ en }) => en).join('; '), said.map(({ ko }) => ko).join(' / '));
  },
  none: ({ of }: { readonly of: number }) =>
    text(`none of ${counted(of, 'signal')} fired`, `신호 ${of}개 중 작동한 것이 없음`),
  some: ({ counting, of, within }: { readonly counting: number; readonly of: number; readonly within: number }) =>
    text(
      `${counting} of ${counted(of, 'signal')} fired within ${counted(within, 'tick')}`,
      `${within}틱 안에 신호 ${of}개 중 ${counting}개만 작동함`,
    ),
};

export const sayOfCombine = speaker('combine', combineWords);
