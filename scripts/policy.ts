/* What the built page and its workers may do: the same words in the page itself and in the header of every file. */

const DIRECTIVES = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** For the page's own markup, where no server sends headers: it binds the page, and no worker loaded from a file. */
export const PAGE_POLICY = DIRECTIVES.join('; ');

/** For the response of every file: a worker is bound by its own response alone. */
export const HEADERS: Readonly<Record<string, string>> = {
  // A page says nothing about who may frame it but in a header.
  'Content-Security-Policy': [...DIRECTIVES, "frame-ancestors 'self'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** The headers as static hosts read them from a file `_headers` beside the page. */
export const headersFile = (): string =>
  `/*\n${Object.entries(HEADERS)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
