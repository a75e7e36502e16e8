/** The two languages Millrace speaks. */
export type Language = 'en' | 'ko';

/**
 * A sentence or a word in both languages. Specs, problems and failures carry
 * their words as data, so that a missing translation is a type error and a
 * message made in the worker can be read in either language on the page.
 */
export type Text = {
  readonly en: string;
  readonly ko: string;
};

/** Makes a {@link Text}. */
export const text = (en: string, ko: string): Text => ({ en, ko });
