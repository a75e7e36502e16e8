import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

async function serve(answer: RequestListener): Promise<Served> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The built product as the plainest of hosts serves it: files, and no header but their type. */
export const serveWithoutHeaders = (): Promise<Served> => serveFolder(DIST);

/** A folder's files, with no header but their type. */
export const serveFolder = (folder: string): Promise<Served> =>
  serve(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://here').pathname);
    const file = path === '/' ? '/index.html' : path;
    try {
      const content = await readFile(join(folder, file));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });

/** Another origin that would answer anybody, and counts who asks. */
export async function serveElsewhere(): Promise<Served & { asked(): readonly string[] }> {
  const asked: string[] = [];
  const served = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('{}');
  });
  return { ...served, asked: () => asked };
}
