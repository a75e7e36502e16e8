import { useCallback } from 'react';
import { create } from 'zustand';
import { useT } from '../../i18n/use-t';
import { eventually } from '../../lib/eventually';
import type { Message, Speech } from '../../lib/message';
import { type Text, text } from '../../lib/text';
import type { LiveHistory } from './live-types';

type Wording = (message: Message, version: Speech['version']) => Text;

/** How messages of the loop are worded. The tables are fetched with the first loop, or with the first panel that tells of one. */
const useWording = create<{ readonly words: Wording }>()(() => ({ words: ({ code }) => text(code, code) }));

let fetched: Promise<void> | null = null;

/** Fetches the tables once, however long that takes; until they are here, a message is shown as its code. */
export function fetchWording(): Promise<void> {
  fetched ??= eventually(() => import('../../engine/live/wording')).then(({ liveWords }) =>
    useWording.setState({ words: liveWords }),
  );
  return fetched;
}

/** A message in both languages, with versions called by their numbers in the registry. */
export function wordLive(message: Message, { numberOf }: Pick<LiveHistory, 'numberOf'>): Text {
  return useWording.getState().words(message, nameOf(numberOf));
}

/** The same in the language of the page, anew once the tables are here. */
export function useTell(): (message: Message, history: Pick<LiveHistory, 'numberOf'>) => string {
  const { say } = useT();
  const words = useWording((state) => state.words);
  return useCallback((message, { numberOf }) => say(words(message, nameOf(numberOf))), [say, words]);
}

const nameOf =
  (numberOf: LiveHistory['numberOf']): Speech['version'] =>
  (id) => {
    const number = numberOf(id);
    return number === undefined ? id : `v${number}`;
  };
