import { following, PARTICLE } from '../lib/korean';
import type { Language } from '../lib/text';
import { catalogues, type MessageKey } from './catalogue';
import { formatNumber } from './format';
import type { Message } from './message';

export type MessageArgs = Readonly<Record<string, string | number>>;

const pluralRules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ko: new Intl.PluralRules('ko'),
};

/**
 * The message of `key`, its placeholders filled in; numbers are written in the language's own way. `{rows|row|rows}` is a
 * number with the form of the word behind it that agrees; where the whole sentence must agree, it has forms by `n`. A
 * Korean particle with both its forms behind a place is the one that the word takes.
 */
export function translate(language: Language, key: MessageKey, args: MessageArgs = {}): string {
  const dot = key.indexOf('.');
  const message = catalogues[language][key.slice(0, dot)]?.[key.slice(dot + 1)];
  return message === undefined ? key : filled(language, message, args);
}

/** A message with its placeholders filled in. */
export const filled = (language: Language, message: Message, args: MessageArgs): string =>
  fill(language, typeof message === 'string' ? message : pluralForm(language, message, args.n), args);

function pluralForm(
  language: Language,
  message: { readonly one?: string; readonly other: string },
  n: string | number | undefined,
): string {
  const form = pluralRules[language].select(Number(n ?? 0));
  return form === 'one' && message.one !== undefined ? message.one : message.other;
}

const PLACE = new RegExp(`\\{(\\w+)(?:\\|([^|}]*)\\|([^|}]*))?\\}([”’"')]*${PARTICLE})?`, 'g');

function fill(language: Language, template: string, args: MessageArgs): string {
  return template.replace(PLACE, (whole, name: string, one?: string, other?: string, behind = '') => {
    const value = args[name];
    if (value === undefined) return whole;
    const shown = typeof value === 'number' ? formatNumber(language, value) : value;
    return one === undefined ? shown + following(shown, behind) : `${shown} ${value === 1 ? one : other}`;
  });
}
