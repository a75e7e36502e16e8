import { Failure } from './failure';
import { text } from './text';

/**
 * Why a file of the program could not be had. `away`: nobody answers. `gone`: the server no longer has it, for a newer version is
 * there. `refused`: it answers with something else. `stuck`: the browser remembers that it could not import it.
 */
type Why = 'away' | 'gone' | 'refused' | 'stuck';

/** A file of the program could not be had. */
export class PartMissing extends Failure {
  constructor(
    readonly why: Why,
    readonly status = 0,
  ) {
    super({
      code: 'part-missing',
      message: text('A part of Millrace could not be loaded.', 'Millrace의 한 부분을 불러오지 못했어요.'),
      hint:
        why === 'gone' || why === 'stuck'
          ? text('Load the page again.', '화면을 다시 불러와 주세요.')
          : text('Check the connection, or try again later.', '연결을 확인하거나 나중에 다시 시도해 주세요.'),
    });
  }
}

const there = new Map<string, Promise<void>>();
/** What could not be imported although it had been fetched, for the network went in between. */
const cut = new Set<string>();

/**
 * What the build puts in place of each `import()` of the page and its workers: fetches the part's files, and lets the browser import it
 * once all are there. A browser remembers for good that an import failed, by its address and by those of what it
 * imports in turn; a fetch that failed can be tried again.
 */
export async function fetchFirst<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
  from = '',
): Promise<Part> {
  const urls = files.map((file) => addressOf(file, from));
  const reachAll = () => Promise.all(urls.map(reach));
  await reachAll();
  try {
    return await load();
  } catch (cause) {
    const part = urls.join();
    for (const url of urls) there.delete(url);
    await reachAll().catch((missing: unknown) => {
      cut.add(part);
      throw missing;
    });
    throw cut.has(part) ? new PartMissing('stuck') : cause;
  }
}

/** Files are named from the page's base, or from the file that asks where the base is not known. */
function addressOf(file: string, from: string): string {
  const base = import.meta.env.BASE_URL;
  return base === '' || base === './' ? new URL(file, from).href : new URL(base + file, location.href).href;
}

function reach(url: string): Promise<void> {
  let reached = there.get(url);
  if (reached === undefined) {
    reached = startedWith(url) ? Promise.resolve() : fetchWhole(url);
    there.set(url, reached);
    reached.catch(() => there.delete(url));
  }
  return reached;
}

/** Whether the page, or the worker, was started from the file. */
const startedWith = (url: string): boolean =>
  url === location.href ||
  (typeof document !== 'undefined' &&
    [...document.querySelectorAll('script[src], link[rel="modulepreload"], link[rel="stylesheet"]')].some(
      (element) =>
        new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).href === url,
    ));

async function fetchWhole(url: string): Promise<void> {
  // A cache may answer with what was: that a file is missing only the server can say.
  const missing = (await ask(url, 'default')) && (await ask(url, 'reload'));
  if (missing !== null) throw missing;
  if (url.endsWith('.css')) await addStyles(url);
}

async function ask(url: string, cache: RequestCache): Promise<PartMissing | null> {
  let response: Response;
  try {
    response = await fetch(url, { cache });
    await response.arrayBuffer();
  } catch {
    return new PartMissing('away');
  }
  const { ok, status, headers, redirected } = response;
  // A server may answer an unknown path with the page itself, and send who is not known to another.
  const isPage = headers.get('content-type')?.startsWith('text/html') === true;
  if (ok && !isPage) return null;
  return new PartMissing(status === 404 || status === 410 || (ok && !redirected) ? 'gone' : 'refused', status);
}

function addStyles(url: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new PartMissing('away'));
    });
    document.head.append(link);
  });
}
