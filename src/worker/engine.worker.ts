import { keepToOwnOrigin } from './own-origin';

/*
 * The first file of every worker. What it does lies in files of its own, fetched from here: WebKit runs a worker's first
 * file once more, as another module, where a part that is fetched later imports from it.
 */

keepToOwnOrigin(self);

const early: MessageEvent[] = [];
const keep = (event: MessageEvent): void => {
  early.push(event);
};
self.addEventListener('message', keep);

import('./worker-program').then(
  ({ startProgram }) => {
    self.removeEventListener('message', keep);
    startProgram();
    for (const { data, ports } of early) self.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  },
  // The page hears of an error that nobody caught, and starts another worker.
  (cause: unknown) =>
    setTimeout(() => {
      throw cause;
    }),
);
