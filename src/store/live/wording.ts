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
export function wordLive(message: Message, { called }: Pick<LiveHistory, 'called'>): Text {
  return useWording.getState().words(message, called);
}

/** The same in the language of the page, anew once the tables are here. */
export function useTell(): (message: Message, history: Pick<LiveHistory, 'called'>) => string {
  const { say } = useT();
  const words = useWording((state) => state.words);
  return useCallback((message, { called }) => say(words(message, called)), [say, words]);
}
