import { runCommandLine } from './cli';
import { languageOf } from './output';

const controller = new AbortController();
for (const ask of ['SIGINT', 'SIGTERM'] as const) process.once(ask, () => controller.abort());
// A reader such as `head` may leave early: that is its right, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  output: {
    language: languageOf(process.env),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
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
