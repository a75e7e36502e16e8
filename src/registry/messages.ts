import { type Message, type Speech, speaker } from '../lib/message';
import { text } from '../lib/text';

/** Why versions of models change their stage, beside what a loop says of it. */
export const modelWords = {
  'by-hand': () => text('Chosen by a person.', '사람이 직접 골랐어요.'),
  'gave-way': ({ number, why }: { readonly number: number; readonly why: Message }, speech: Speech) => {
    const { en, ko } = speech.words(why);
    return text(`Version ${number} took its place. ${en}`, `버전 ${number}에 자리를 넘겼어요. ${ko}`);
  },
};

export const sayOfModels = speaker('models', modelWords);
