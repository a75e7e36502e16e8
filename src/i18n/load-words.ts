import type { Language } from '../lib/text';
import { catalogues, learnWords } from './catalogue';

/** Whether the page can speak a language already. */
export const speaks = (language: Language): boolean => 'app' in catalogues[language];

/** Loads the words of one language; the other's stay where they are until somebody reads it. */
export async function loadWords(language: Language): Promise<void> {
  if (speaks(language)) return;
  learnWords(language, language === 'en' ? (await import('./english')).english : (await import('./korean')).korean);
}
