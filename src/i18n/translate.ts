import type { Language } from '../lib/text';
import { catalogues, type MessageKey } from './catalogue';
import { formatNumber } from './format';

export type MessageArgs = Readonly<Record<string, string | number>>;

const pluralRules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ko: new Intl.PluralRules('ko'),
};

/** The message of `key`, its placeholders filled in; numbers are written in the language's own way. */
export function translate(language: Language, key: MessageKey, args: MessageArgs = {}): string {
  const dot = key.indexOf('.');
  const message = catalogues[language][key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (message === undefined) return key;
  return fill(language, typeof message === 'string' ? message : pluralForm(language, message, args.n), args);
}

function pluralForm(
  language: Language,
  message: { readonly one?: string; readonly other: string },
  n: string | number | undefined,
): string {
  const form = pluralRules[language].select(Number(n ?? 0));
  return form === 'one' && message.one !== undefined ? message.one : message.other;
}

function fill(language: Language, template: string, args: MessageArgs): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(language, value) : value;
  });
}
