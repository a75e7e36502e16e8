import { useEffect, useState } from 'react';
import type { Language } from '../lib/text';
import { loadWords, speaks } from './load-words';

/** The language to write in: the wanted one once its words are there, and until then the one before. */
export function useSpoken(wanted: Language, onFail: (spoken: Language) => void): Language {
  const [spoken, setSpoken] = useState<Language>(() => (speaks(wanted) ? wanted : wanted === 'en' ? 'ko' : 'en'));
  useEffect(() => {
    let isCurrent = true;
    loadWords(wanted).then(
      () => isCurrent && setSpoken(wanted),
      () => isCurrent && onFail(spoken),
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted, spoken, onFail]);
  return speaks(wanted) ? wanted : spoken;
}
