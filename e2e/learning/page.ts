const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Asks the worker for one of its checks; the test calls this. */
Object.assign(window, {
  ask: (check: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(check);
    }),
});
