/** What of a worker's global scope can ask the network for something. */
export interface NetworkScope {
  readonly location: { readonly origin: string; readonly href: string };
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  readonly XMLHttpRequest?: { readonly prototype: object };
  readonly Cache?: { readonly prototype: object };
}

/** What no worker of ours uses, each of which reaches any origin. */
const UNUSED = ['WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport', 'importScripts'];

/**
 * Lets a worker's network functions reach nothing but its own origin, for good, redirects included. Where a server
 * sends the policy with every file the browser sees to it; a worker that was served without headers has none, not even
 * its page's. Modules are imported by the browser itself: they are out of reach here.
 */
export function keepToOwnOrigin(scope: NetworkScope): void {
  const { origin, href } = scope.location;
  const check = (asked: unknown): void => {
    const address = asked instanceof Request ? asked.url : String(asked);
    const url = new URL(address, href);
    if (url.origin !== origin && url.protocol !== 'data:') {
      throw new TypeError(`${url.origin} is not asked: this worker speaks to its own origin alone`);
    }
  };

  const fetched = scope.fetch;
  const fetchOwn: NetworkScope['fetch'] = async (input, init) => {
    check(input);
    return fetched.call(scope, input, { ...init, mode: 'same-origin' });
  };
  lock(scope, 'fetch', fetchOwn);

  const requests = scope.XMLHttpRequest?.prototype;
  const open: unknown = requests === undefined ? undefined : Reflect.get(requests, 'open');
  if (requests !== undefined && typeof open === 'function') {
    lock(requests, 'open', function openOwn(this: unknown, method: unknown, address: unknown, ...more: unknown[]) {
      check(address);
      Reflect.apply(open, this, [method, address, ...more]);
    });
  }
  const caches = scope.Cache?.prototype;
  if (caches !== undefined) for (const name of ['add', 'addAll']) lock(caches, name, undefined);
  for (const name of UNUSED) if (name in scope) lock(scope, name, undefined);
}

/** Puts a value in place of a property, wherever it is inherited from, and lets nobody change it again. */
function lock(owner: object, name: string, value: unknown): void {
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at)) {
    if (at === owner || Object.hasOwn(at, name)) {
      Object.defineProperty(at, name, { value, writable: false, configurable: false, enumerable: true });
    }
  }
}
