import { describe, expect, it } from 'vitest';
import { asWritten } from './as-written';
import { type Message, sameMessage, shapeOf, speaker, wordsOf } from './message';
import { messageSchema } from './message-schema';
import { type Text, text } from './text';

const table = {
  waits: () => text('Waits.', '기다려요.'),
  rows: ({ rows, column }: { readonly rows: number; readonly column: string }) =>
    text(`${rows} rows of ${column}.`, `${column} 열의 ${rows}행.`),
  serves: (
    { version, why }: { readonly version: string; readonly why: Message },
    speech: {
      version(id: string): Text;
      words(message: Message): { en: string; ko: string };
    },
  ) =>
    text(
      `${speech.version(version).en}: ${speech.words(why).en}`,
      `${speech.version(version).ko}: ${speech.words(why).ko}`,
    ),
};
const say = speaker('test', table);
const areas = { test: table };

describe('a message', () => {
  it('is worded where it is shown, messages within it too, with versions called as the reader knows them', () => {
    expect(wordsOf(say('waits'), areas)).toEqual(text('Waits.', '기다려요.'));
    const message = say('serves', { version: 'a1', why: say('rows', { rows: 3, column: 'x' }) });
    expect(wordsOf(message, areas)).toEqual(text('a1: 3 rows of x.', 'a1: x 열의 3행.'));
    expect(wordsOf(message, areas, () => text('v7', 'v7')).en).toBe('v7: 3 rows of x.');
  });

  it('that nobody knows is shown as its code', () => {
    for (const code of ['other/rows', 'test/later', 'test/toString', 'constructor/name', '']) {
      expect(wordsOf({ code, args: {} }, areas)).toEqual(text(code, code));
    }
  });

  it('that was a sentence once stays as it was written', () => {
    expect(wordsOf(asWritten(text('So.', '그래서.')), areas)).toEqual(text('So.', '그래서.'));
    expect(messageSchema.parse({ en: 'So.', ko: '그래서.' })).toEqual(asWritten(text('So.', '그래서.')));
    const message = say('rows', { rows: 3, column: 'x' });
    expect(messageSchema.parse(JSON.parse(JSON.stringify(message)))).toEqual(message);
  });

  it('is told apart by what it says and of what, and goes on where its figures alone change', () => {
    const rows = (count: number, column = 'x') => say('rows', { rows: count, column });
    expect(sameMessage(rows(3), rows(3))).toBe(true);
    expect(sameMessage(rows(3), rows(4))).toBe(false);
    expect(shapeOf(rows(3))).toBe(shapeOf(rows(4)));
    expect(shapeOf(rows(3))).not.toBe(shapeOf(rows(3, 'y')));
    expect(shapeOf(rows(3))).not.toBe(shapeOf(say('waits')));
    const nested = (count: number, column: string) => say('serves', { version: 'a', why: rows(count, column) });
    expect(shapeOf(nested(3, 'x'))).toBe(shapeOf(nested(4, 'x')));
    expect(shapeOf(nested(3, 'x'))).not.toBe(shapeOf(nested(3, 'y')));
  });
});
