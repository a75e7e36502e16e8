import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies, root } from './setup/dependencies.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureChromium();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = join(root, '.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const readResults = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));

/** Each step is a command; `count` reads how many tests it ran, a plain check counts as one. */
const steps = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  {
    name: 'unit and golden',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'unit.json')}`,
    ],
    count: () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites } = readResults('unit.json');
      return { passed: numPassedTests, failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests };
    },
  },
  { name: 'build', command: [bin('vite'), 'build', '--logLevel', 'warn'] },
  { name: 'sizes', command: [process.execPath, join(root, 'scripts', 'check-sizes.mjs')] },
  {
    name: 'browser',
    command: [bin('playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'browser.json') },
    count: () => {
      const { expected, flaky, unexpected } = readResults('browser.json').stats;
      return { passed: expected + flaky, failed: unexpected };
    },
  },
];

let passed = 0;
let failed = 0;
const lines = [];
for (const { name, command, env, count } of steps) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const [file = '', ...args] = command;
  const { status } = spawnSync(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  let counted = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (count !== undefined) {
    try {
      counted = count();
      if (status !== 0 && counted.failed === 0) counted.failed = 1;
    } catch {
      counted = { passed: 0, failed: 1 };
    }
  }
  passed += counted.passed;
  failed += counted.failed;
  lines.push(`${status === 0 ? '✓' : '✕'} ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
