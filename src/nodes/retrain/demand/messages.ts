import { speaker } from '../../../lib/message';
import { text } from '../../../lib/text';

export const demandWords = {
  asked: () => text('a person asked for it', '사람이 요청함'),
  listed: ({ tick }: { readonly tick: number }) => text(`tick ${tick} is on its list`, `목록에 있는 ${tick}틱임`),
  nobody: () => text('nobody asked for it', '요청이 없음'),
};

export const sayOfDemand = speaker('demand', demandWords);
