import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { ensureEngines } from './setup/engines.mjs';
import { ensurePython } from './setup/python.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureChromium();
ensureEngines();
ensurePython();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = join(root, '.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** `npm test -- --coverage` says how much of the source the unit tests reach; it takes a quarter longer. */
const coverage = process.argv.includes('--coverage') ? ['--coverage'] : [];

const readResults = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

/** What was skipped in a suite of Playwright's report, and why, a line each. */
const skips = (suite) => [
  ...(suite.suites ?? []).flatMap(skips),
  ...(suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => `${title}: ${annotations.map(({ description }) => description).join(' ')}`),
  ),
];

/** Each step is a command; `count` reads how many tests it ran and lists what it skipped; a plain check counts as one. */
const steps = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'dead exports', command: [bin('knip'), '--no-progress'] },
  { name: 'dead code but for tests', command: [bin('knip'), '--no-progress', '--production'] },
  // Before the tests: those of the command line start what was built.
  { name: 'build', command: [process.execPath, join(root, 'scripts', 'build.mjs')] },
  { name: 'sizes', command: [process.execPath, join(root, 'scripts', 'check-sizes.mjs')] },
  {
    name: 'unit and golden',
    command: [
      bin('vitest'),
      'run',
      ...coverage,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'unit.json')}`,
    ],
    count: () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = readResults('unit.json');
      const skipped = testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName }) => fullName);
      return { passed: numPassedTests, failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests, skipped };
    },
  },
  {
    name: 'browser',
    command: [bin('playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'browser.json') },
    count: () => {
      const { stats, suites } = readResults('browser.json');
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: suites.flatMap(skips) };
    },
  },
];

let passed = 0;
let failed = 0;
let skipped = 0;
const lines = [];
for (const { name, command, env, count } of steps) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const [file = '', ...args] = command;
  const { status } = spawnSync(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  let counted = status === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
  if (count !== undefined) {
    try {
      counted = count();
      if (status !== 0 && counted.failed === 0) counted.failed = 1;
    } catch {
      counted = { passed: 0, failed: 1, skipped: [] };
    }
  }
  passed += counted.passed;
  failed += counted.failed;
  skipped += counted.skipped.length;
  lines.push(`${status === 0 ? '✓' : '✕'} ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
  lines.push(...counted.skipped.map((what) => `  – skipped: ${what}`));
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
