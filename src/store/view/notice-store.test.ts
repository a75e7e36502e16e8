import { beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../lib/text';
import { type News, unseen, useNotices } from './notice-store';

const news = (words: string, more: Partial<News> = {}): News => ({
  severity: 'info',
  message: text(words, words),
  ...more,
});
const now = () => useNotices.getState();
const words = (all: readonly { readonly message: { readonly en: string } }[]): readonly string[] =>
  all.map(({ message }) => message.en);

describe('what the page says', () => {
  beforeEach(() => now().clear());

  it('is kept with its time once it has gone out of sight, and counts until it was seen', () => {
    const before = Date.now();
    now().pass(now().notify(news('one')));
    now().notify(news('two'));
    expect(words(now().notices)).toEqual(['two']);
    expect(words(now().said)).toEqual(['one', 'two']);
    for (const { at } of now().said) expect(at).toBeGreaterThanOrEqual(before);
    expect(unseen(now())).toHaveLength(2);
    now().look();
    expect(unseen(now())).toEqual([]);
    expect(now().notices).toEqual([]);
    expect(words(now().said)).toEqual(['one', 'two']);
  });

  it('is seen when a person puts it away, and no other with it', () => {
    const one = now().notify(news('one'));
    now().notify(news('two'));
    now().dismiss(one);
    expect(words(unseen(now()))).toEqual(['two']);
  });

  it('takes the place of an older word on its subject in sight, not in the list', () => {
    now().notify(news('the port is taken', { subject: 'wire' }));
    now().notify(news('the types differ', { subject: 'wire' }));
    expect(words(now().notices)).toEqual(['the types differ']);
    expect(words(now().said)).toEqual(['the port is taken', 'the types differ']);
  });

  it('that is the same matter again stands once in the list', () => {
    const first = now().notify(news('drift', { subject: 'drift' }));
    now().notify(news('other'));
    now().notify(news('drift (2 times)', { subject: 'drift' }), first);
    expect(words(now().said)).toEqual(['other', 'drift (2 times)']);
    expect(words(now().notices)).toEqual(['other', 'drift (2 times)']);
  });

  it('goes out of sight when its subject settles, and stays in the list', () => {
    now().notify(news('the engine is silent', { subject: 'engine' }));
    now().settle('engine');
    expect(now().notices).toEqual([]);
    expect(words(now().said)).toEqual(['the engine is silent']);
  });

  it('is reworded without coming up again', () => {
    const id = now().notify(news('drift'));
    now().dismiss(id);
    now().reword(id, text('drift (5 times)', 'drift (5 times)'));
    expect(now().notices).toEqual([]);
    expect(words(now().said)).toEqual(['drift (5 times)']);
  });

  it('is no endless list', () => {
    for (let i = 0; i < 300; i++) now().notify(news(`${i}`));
    expect(now().said).toHaveLength(200);
    expect(now().said.at(-1)?.message.en).toBe('299');
    expect(now().notices.length).toBeLessThan(5);
  });
});
