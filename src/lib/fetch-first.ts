import { Failure } from './failure';
import { text } from './text';

/** A file of the program could not be had. `gone`: the server answers and no longer has it, for a newer version is there. */
export class PartMissing extends Failure {
  constructor(readonly gone: boolean) {
    super({
      code: 'part-missing',
      message: text('A part of Millrace could not be loaded.', 'Millrace의 한 부분을 불러오지 못했어요.'),
      hint: gone
        ? text('There is a newer version: load the page again.', '새 버전이 나왔으니 화면을 다시 불러와 주세요.')
        : text('Check the connection, then try again.', '연결을 확인한 뒤 다시 시도해 주세요.'),
    });
  }
}

const there = new Map<string, Promise<void>>();

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
  await Promise.all(files.map((file) => reach(addressOf(file, from))));
  return load();
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
  let response: Response;
  try {
    response = await fetch(url);
    await response.arrayBuffer();
  } catch {
    throw new PartMissing(false);
  }
  // A server may answer an unknown path with the page itself.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (response.status === 404 || response.status === 410 || isPage) throw new PartMissing(true);
  if (!response.ok) throw new PartMissing(false);
  if (url.endsWith('.css')) await addStyles(url);
}

function addStyles(url: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new PartMissing(false));
    });
    document.head.append(link);
  });
}
