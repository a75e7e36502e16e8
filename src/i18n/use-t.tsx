import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language, Text } from '../lib/text';
import type { MessageKey } from './catalogue';
import { type MessageArgs, translate } from './translate';

export interface Translator {
  /** The message of a key, its placeholders filled in. */
  readonly t: (key: MessageKey, args?: MessageArgs) => string;
  /** The half of a two-language text that the reader reads. */
  readonly say: (text: Text) => string;
  readonly language: Language;
}

function createTranslator(language: Language): Translator {
  return { t: (key, args) => translate(language, key, args), say: (text) => text[language], language };
}

const TranslatorContext = createContext<Translator>(createTranslator('en'));

/** Gives everything inside it the words of one language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }): ReactNode {
  const translator = useMemo(() => createTranslator(language), [language]);
  return <TranslatorContext value={translator}>{children}</TranslatorContext>;
}

/** The words of the reader's language. */
export function useT(): Translator {
  return useContext(TranslatorContext);
}
