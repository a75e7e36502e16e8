import { parseArgs } from 'node:util';

export const HELP = `Compares runs of the templates by two checkouts. Both need their node_modules.

  npx tsx scripts/compare-runs.ts --old DIR [--new DIR]          run both, compare (--new: this checkout)
  npx tsx scripts/compare-runs.ts --old DIR --save old.json      run the old one and keep what it did
  npx tsx scripts/compare-runs.ts --against old.json [--new DIR] compare with what was kept

--backend wasm|cpu (default wasm), --seed N (default 42), --only binary,new-data: templates to run. Both sides run the
old checkout's pipelines. Ticks, decisions and their order must be equal, figures to a millionth of themselves; models
are named by the order of their appearance; wording and durations are not looked at. Ends with 1 on a difference that
compare-runs/allowed.ts does not give the reason for.`;

export interface CompareOptions {
  readonly old?: string;
  readonly new?: string;
  readonly save?: string;
  readonly against?: string;
  readonly backend?: 'wasm' | 'cpu';
  readonly seed?: number;
  readonly only?: readonly string[];
}

/** What was asked for: the help, or the options; a sentence where they do not fit. */
export function readOptions(argv: readonly string[]): 'help' | CompareOptions | { readonly wrong: string } {
  if (argv.includes('--help') || argv.includes('-h')) return 'help';
  const text = { type: 'string' } as const;
  let given: Partial<Record<'old' | 'new' | 'save' | 'against' | 'backend' | 'seed' | 'only', string>>;
  try {
    const options = { old: text, new: text, save: text, against: text, backend: text, seed: text, only: text };
    given = parseArgs({ args: [...argv], options }).values;
  } catch (cause) {
    return { wrong: cause instanceof Error ? cause.message : String(cause) };
  }
  const { backend, seed, only, ...places } = given;
  if (places.old === undefined && places.against === undefined) {
    return { wrong: 'Say where the old checkout is (--old) or what it did (--against).' };
  }
  if (backend !== undefined && backend !== 'wasm' && backend !== 'cpu')
    return { wrong: '--backend takes wasm or cpu.' };
  if (seed !== undefined && !/^\d+$/.test(seed)) return { wrong: '--seed takes a whole number.' };
  return {
    ...places,
    ...(backend === undefined ? {} : { backend }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(only === undefined ? {} : { only: only.split(',') }),
  };
}
