import { describe, expect, it, vi } from 'vitest';
import { keepToOwnOrigin } from './own-origin';

/** A worker's scope as browsers make it: its functions are inherited. */
function workerScope() {
  const asked = vi.fn((_input: RequestInfo | URL, _init?: RequestInit) => Promise.resolve(new Response('ok')));
  const opened = vi.fn();
  class XMLHttpRequest {
    open(...given: unknown[]): void {
      opened(...given);
    }
  }
  class Cache {
    add(): void {}
    addAll(): void {}
  }
  class Scope {
    readonly location = { origin: 'https://here.example', href: 'https://here.example/assets/engine.js' };
    readonly XMLHttpRequest = XMLHttpRequest;
    readonly Cache = Cache;
    readonly WebSocket = class {};
    readonly EventSource = class {};
    fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      return asked(input, init);
    }
  }
  const scope = new Scope();
  keepToOwnOrigin(scope);
  return { scope, asked, opened };
}

describe('a worker that keeps to its own origin', () => {
  it.each([
    'https://elsewhere.example/x',
    '//elsewhere.example/x',
    'http://here.example/x',
    'https://here.example:8443/x',
  ])('refuses %s before anything is sent', async (address) => {
    const { scope, asked, opened } = workerScope();
    await expect(scope.fetch(address)).rejects.toThrow('own origin alone');
    await expect(scope.fetch(new URL(address, scope.location.href))).rejects.toThrow(TypeError);
    await expect(scope.fetch(new Request(new URL(address, scope.location.href)))).rejects.toThrow(TypeError);
    expect(() => new scope.XMLHttpRequest().open('GET', address)).toThrow(TypeError);
    expect(asked).not.toHaveBeenCalled();
    expect(opened).not.toHaveBeenCalled();
  });

  it.each(['/data/iris.csv', 'other.wasm', 'https://here.example/x', 'blob:https://here.example/1-2', 'data:,x'])(
    'asks for %s, and follows no redirect to elsewhere',
    async (address) => {
      const { scope, asked, opened } = workerScope();
      await scope.fetch(address, { cache: 'no-store' });
      expect(asked).toHaveBeenCalledWith(address, { cache: 'no-store', mode: 'same-origin' });
      new scope.XMLHttpRequest().open('GET', address, false);
      expect(opened).toHaveBeenCalledWith('GET', address, false);
    },
  );

  it('has no other way out, and gets none back', () => {
    const { scope } = workerScope();
    expect([scope.WebSocket, scope.EventSource]).toEqual([undefined, undefined]);
    expect([Reflect.get(scope.Cache.prototype, 'add'), Reflect.get(scope.Cache.prototype, 'addAll')]).toEqual([
      undefined,
      undefined,
    ]);
    for (let at: object | null = scope; at !== null; at = Object.getPrototypeOf(at)) {
      if (!Object.hasOwn(at, 'fetch')) continue;
      expect(Object.getOwnPropertyDescriptor(at, 'fetch')).toMatchObject({ writable: false, configurable: false });
    }
    expect(Reflect.set(scope, 'fetch', fetch)).toBe(false);
  });
});
