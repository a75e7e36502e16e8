import { runCommandLine } from './cli';
import { languageOf } from './output';

const controller = new AbortController();
for (const ask of ['SIGINT', 'SIGTERM'] as const) process.once(ask, () => controller.abort());
// A reader such as `head` may leave early: that is its right. What is under way is finished, and ends as it would.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
const print =
  (stream: NodeJS.WriteStream) =>
  (line: string): void => {
    if (stream.writable) stream.write(`${line}\n`);
  };

process.exitCode = await runCommandLine(process.argv.slice(2), {
  output: {
    language: languageOf(process.env),
    out: print(process.stdout),
    err: print(process.stderr),
  },
  signal: controller.signal,
  async loadKinds() {
    const [{ indexKinds }, { specs }, { runners }] = await Promise.all([
      import('../engine/kinds'),
      import('../nodes/specs'),
      import('../nodes/runners'),
    ]);
    return indexKinds(specs, runners);
  },
});
