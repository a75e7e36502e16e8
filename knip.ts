import type { KnipConfig } from 'knip';

/** Written for tests alone, beside the code that they stand in for: no part of the product. */
const TEST_HELPERS = ['**/testing/**', 'stats/golden/**', 'models/network/gradient-check.ts'];

/** Files that no page, worker or command reaches yet, each with what it waits for. */
const WAITING_FILES = [
  // Cross-validation, of one pipeline and of several compared.
  'src/stats/prepare/folds.ts',
  // The profile of a data set: which columns go together.
  'src/stats/describe/correlation.ts',
  'src/stats/describe/kendall.ts',
  'src/stats/metrics/pairs.ts',
  // Correction of bias before training.
  'src/stats/fairness/reweighing.ts',
];

/** Files with exports that only tests use, each with the reason why they stay. All of stats/ are held against golden cases. */
const WAITING_EXPORTS = [
  // The profile of a data set.
  'src/stats/describe/descriptive.ts',
  'src/stats/drift/chi-square.ts',
  // Two groups of rows, or two models, compared.
  'src/stats/tests/rank-tests.ts',
  'src/stats/tests/t-test.ts',
  // The analysis of bias: every group against the privileged one.
  'src/stats/fairness/fairness.ts',
  // Figures that a search for the best model may go by.
  'src/stats/metrics/average-precision.ts',
  'src/stats/metrics/classification.ts',
  'src/stats/metrics/regression.ts',
  'src/stats/metrics/roc.ts',
  // The loop feeds many values at once or asks for a part; the reference speaks of one value and of the whole test.
  'src/stats/detectors/adwin.ts',
  'src/stats/detectors/detector.ts',
  'src/stats/drift/distribution-distance.ts',
  'src/stats/drift/kolmogorov-smirnov.ts',
  'src/stats/drift/population-stability.ts',
  // The cells as written, which the reader's tests compare with those of another reader.
  'src/table/csv/read-csv.ts',
];

/**
 * Without `--production`: nothing is exported that no other file imports, tests included. With it: what only tests
 * reach is dead too, and a test may import what its file uses itself.
 */
export default ({ production = false }: { readonly production?: boolean }): KnipConfig => ({
  entry: [
    'src/cli/main.ts!',
    'src/cli/pool-thread.ts!',
    'src/**/*.long.test.ts',
    'e2e/learning/*.ts',
    'e2e/gallery/main.tsx',
    'perf/**/*.{ts,tsx}',
    'scripts/*.{mjs,ts}',
  ],
  project: [
    'src/**/*.{ts,tsx,css}!',
    '!src/**/*.test.ts!',
    ...TEST_HELPERS.map((helper) => `!src/${helper}!`),
    'e2e/**/*.{ts,tsx}',
    'perf/**/*.{ts,tsx}',
    'scripts/**/*.{mjs,ts}',
  ],
  ignoreBinaries: ['apt-get', 'Xvfb'],
  ignoreExportsUsedInFile: production,
  ...(production && {
    ignoreFiles: WAITING_FILES,
    ignoreIssues: Object.fromEntries(WAITING_EXPORTS.map((file) => [file, ['exports']])),
  }),
});
