const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Asks the worker for one measurement. */
Object.assign(window, {
  ask: (what: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(what);
    }),
});
