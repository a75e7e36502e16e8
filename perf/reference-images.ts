/**
 * Accuracy of the small convolutional network on handwritten digits of 28 × 28 pixels,
 * by the reference protocol: conv 3×3 (8), pool, conv 3×3 (16), pool, dense 64; Adam 1e-3,
 * batches of 64, 8 epochs; the first 80 % train, the rest test; seeds 0, 1, 2.
 *
 *   npx tsx perf/reference-images.ts --images FILE.idx3-ubyte.gz --labels FILE.idx1-ubyte.gz
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { PART, runPipeline } from './reference/run-fold';

const { values } = parseArgs({ options: { images: { type: 'string' }, labels: { type: 'string' } } });
if (values.images === undefined || values.labels === undefined) {
  console.error('usage: npx tsx perf/reference-images.ts --images FILE.gz --labels FILE.gz');
  process.exit(2);
}

const images = gunzipSync(readFileSync(values.images));
const labels = gunzipSync(readFileSync(values.labels));
const [rows, height, width] = [images.readUInt32BE(4), images.readUInt32BE(8), images.readUInt32BE(12)];
const pixels = height * width;

const scratch = mkdtempSync(join(tmpdir(), 'millrace-images-'));
const csv = join(scratch, 'images.csv');
const header = [...Array.from({ length: pixels }, (_, i) => `p${i}`), 'digit', PART].join(',');
const body = Array.from({ length: rows }, (_, row) => {
  const image = images.subarray(16 + row * pixels, 16 + (row + 1) * pixels);
  return [...image, labels[8 + row], row < rows * 0.8 ? 'train' : 'test'].join(',');
});
writeFileSync(csv, [header, ...body].join('\n'));

console.log('| seed | test accuracy | training s | backend |');
console.log('|---|---|---|---|');
const scores: number[] = [];
for (const seed of [0, 1, 2]) {
  const { metrics, ms, backend } = await runPipeline(
    csv,
    [
      ['prepare.columns', { target: 'digit', settings: { digit: { type: 'category' } } }],
      ['prepare.split', { method: 'column', partColumn: PART }],
      ['prepare.image', { height, width, channels: 1, divisor: 255 }],
      ['train.cnn', { filters: [8, 16], hidden: [64], batchSize: 64, epochs: 8, earlyStopping: false }],
    ],
    seed,
  );
  scores.push(metrics.accuracy ?? Number.NaN);
  console.log(`| ${seed} | ${metrics.accuracy?.toFixed(3)} | ${(ms / 1000).toFixed(1)} | ${backend} |`);
}
console.log(`| mean | ${(scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(3)} | | |`);
rmSync(scratch, { recursive: true, force: true });
