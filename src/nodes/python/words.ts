import { text } from '../../lib/text';
import type { ColumnType } from '../../table/table';
import { helper, np, type Py } from './py';

/* Cells as the words that stand for them on the page (table/cells). Missing stays missing. */

const numberWords = helper({
  name: 'number_words',
  why: text('Numbers as words: the shortest digits that read back the same.', '수를 글자로 바꿔요.'),
  source: `def number_words(values):
    def word(value):
        value = float(value) + 0.0
        if value != 0 and not 1e-6 <= abs(value) < 1e21:
            return np.format_float_scientific(value, trim="-", exp_digits=1)
        return np.format_float_positional(value, trim="-")

    return values.map(word, na_action="ignore")`,
  uses: np.uses,
});

const flagWords = helper({
  name: 'flag_words',
  why: text('1 and 0 as the words true and false.', '1과 0을 true와 false로 바꿔요.'),
  source: `def flag_words(values):
    return values.map({1: "true", 0: "false"})`,
  uses: [],
});

const dateWords = helper({
  name: 'date_words',
  why: text(
    'Dates as words in ISO 8601; midnight is written as the day alone.',
    '날짜를 ISO 8601 글자로 바꿔요. 자정은 날짜만 써요.',
  ),
  source: `def date_words(dates):
    def word(date):
        day, time = date.isoformat(timespec="milliseconds").split("T")
        return day if time == "00:00:00.000" else f"{day}T{time.removesuffix('.000')}Z"

    return dates.map(word, na_action="ignore")`,
  uses: [],
});

/** The function that makes words of a Series of this type; null of words. */
export const WORDS_OF: Readonly<Partial<Record<ColumnType, Py>>> = {
  number: numberWords,
  integer: numberWords,
  boolean: flagWords,
  date: dateWords,
};
