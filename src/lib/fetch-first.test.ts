import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchFirst } from './fetch-first';

const script = (status = 200, type = 'text/javascript') =>
  new Response('export {}', { status, headers: { 'Content-Type': type } });

describe('a part of the page', () => {
  const asked: string[] = [];
  let answer: (url: string) => Response | Promise<Response> = () => script();
  let imports = 0;
  const load = async () => {
    imports += 1;
    return 'a part';
  };

  beforeEach(() => {
    asked.length = 0;
    imports = 0;
    answer = () => script();
    vi.stubGlobal('location', { href: 'http://here/' });
    vi.stubGlobal('document', {
      querySelectorAll: () => [{ getAttribute: (name: string) => (name === 'src' ? '/assets/index.js' : null) }],
    });
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return answer(url);
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is imported once all of its files are there', async () => {
    expect(await fetchFirst(load, ['assets/a1.js', 'assets/a2.js'])).toBe('a part');
    expect(asked).toEqual(['http://here/assets/a1.js', 'http://here/assets/a2.js']);
  });

  it('is not imported while one of its files cannot be reached, and can be tried again', async () => {
    answer = (url) => (url.endsWith('b2.js') ? Promise.reject(new TypeError('offline')) : script());
    await expect(fetchFirst(load, ['assets/b1.js', 'assets/b2.js'])).rejects.toMatchObject({ gone: false });
    await expect(fetchFirst(load, ['assets/b1.js', 'assets/b2.js'])).rejects.toMatchObject({ gone: false });
    expect(imports).toBe(0);
    answer = () => script();
    expect(await fetchFirst(load, ['assets/b1.js', 'assets/b2.js'])).toBe('a part');
    expect(asked.filter((url) => url.endsWith('b1.js'))).toHaveLength(1);
  });

  it.each([
    ['answers that there is none', () => script(404)],
    ['answers with the page', () => script(200, 'text/html; charset=utf-8')],
  ])('is gone where the server %s', async (_, gone) => {
    answer = gone;
    await expect(fetchFirst(load, ['assets/c.js'])).rejects.toMatchObject({ gone: true });
  });

  it('is only out of reach where the server fails', async () => {
    answer = () => script(503);
    await expect(fetchFirst(load, ['assets/d.js'])).rejects.toMatchObject({ gone: false });
  });

  it('is fetched by a worker too, which has no document', async () => {
    vi.stubGlobal('document', undefined);
    answer = () => Promise.reject(new TypeError('offline'));
    await expect(fetchFirst(load, ['assets/f.js'])).rejects.toMatchObject({ gone: false });
    expect(imports).toBe(0);
    answer = () => script();
    expect(await fetchFirst(load, ['assets/f.js'])).toBe('a part');
  });

  it('asks for no file that the page started with', async () => {
    answer = () => Promise.reject(new TypeError('offline'));
    expect(await fetchFirst(load, ['assets/index.js'])).toBe('a part');
    expect(asked).toEqual([]);
  });
});
