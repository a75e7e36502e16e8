import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchFirst } from './fetch-first';

const script = (status = 200, type = 'text/javascript') =>
  new Response('export {}', { status, headers: { 'Content-Type': type } });

describe('a part of the page', () => {
  const asked: string[] = [];
  let answer: (url: string, cache?: RequestCache) => Response | Promise<Response> = () => script();
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
    vi.stubGlobal('fetch', async (url: string, options?: RequestInit) => {
      asked.push(url);
      return answer(url, options?.cache);
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is imported once all of its files are there', async () => {
    expect(await fetchFirst(load, ['assets/a1.js', 'assets/a2.js'])).toBe('a part');
    expect(asked).toEqual(['http://here/assets/a1.js', 'http://here/assets/a2.js']);
  });

  it('is not imported while one of its files cannot be reached, and can be tried again', async () => {
    answer = (url) => (url.endsWith('b2.js') ? Promise.reject(new TypeError('offline')) : script());
    await expect(fetchFirst(load, ['assets/b1.js', 'assets/b2.js'])).rejects.toMatchObject({ why: 'away' });
    await expect(fetchFirst(load, ['assets/b1.js', 'assets/b2.js'])).rejects.toMatchObject({ why: 'away' });
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
    await expect(fetchFirst(load, ['assets/c.js'])).rejects.toMatchObject({ why: 'gone' });
  });

  it.each([
    ['fails', () => script(503)],
    ['fails, and says so with a page', () => script(503, 'text/html')],
    ['does not let us', () => script(403, 'application/xml')],
  ])('is refused, not gone, where the server %s', async (_, failing) => {
    answer = failing;
    await expect(fetchFirst(load, ['assets/d.js'])).rejects.toMatchObject({ why: 'refused', status: failing().status });
  });

  it('is not gone because a cache kept that it was', async () => {
    answer = (_, cache) => (cache === 'reload' ? script() : script(404));
    expect(await fetchFirst(load, ['assets/g.js'])).toBe('a part');
    answer = (_, cache) => (cache === 'reload' ? Promise.reject(new TypeError('offline')) : script(404));
    await expect(fetchFirst(load, ['assets/h.js'])).rejects.toMatchObject({ why: 'away' });
  });

  it('says what the network says where it is imported in vain, and then that only loading the page anew helps', async () => {
    const inVain = async () => {
      answer = () => Promise.reject(new TypeError('offline'));
      throw new TypeError('the import failed');
    };
    await expect(fetchFirst(inVain, ['assets/i.js'])).rejects.toMatchObject({ why: 'away' });
    const remembered = () => Promise.reject(new TypeError('the import failed'));
    answer = () => script();
    await expect(fetchFirst(remembered, ['assets/i.js'])).rejects.toMatchObject({ why: 'stuck' });
  });

  it('that breaks as it is imported says how', async () => {
    const broken = () => Promise.reject(new RangeError('a bug'));
    await expect(fetchFirst(broken, ['assets/j.js'])).rejects.toThrow('a bug');
  });

  it('is fetched by a worker too, which has no document', async () => {
    vi.stubGlobal('document', undefined);
    answer = () => Promise.reject(new TypeError('offline'));
    await expect(fetchFirst(load, ['assets/f.js'])).rejects.toMatchObject({ why: 'away' });
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
