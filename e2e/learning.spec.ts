import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import config from '../playwright.config';

/** Training in a real browser worker, from a production build: what Node cannot show of WebGL. */
const root = fileURLToPath(new URL('./learning/', import.meta.url));
const outDir = fileURLToPath(new URL('../test-results/learning/', import.meta.url));
// Without a card, Chromium's own renderer answers to WebGPU too.
const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
  },
});

let server: PreviewServer | undefined;
let address = '';

interface Trained {
  readonly backend: string;
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly log: readonly string[];
  readonly leaked: number;
}
interface Checked {
  readonly checks: readonly { readonly name: string; readonly error: number }[];
  readonly leaked: number;
}

test.beforeAll(async () => {
  const shared = { configFile: false, root, logLevel: 'error' } as const;
  const buildOptions = { target: 'es2022', outDir, emptyOutDir: true };
  await build({ ...shared, worker: { format: 'es' }, build: buildOptions });
  server = await preview({ ...shared, build: buildOptions, preview: { port: 0 } });
  address = server.resolvedUrls?.local[0] ?? '';
});
test.afterAll(async () => {
  await server?.close();
});
test.beforeEach(async ({ page }) => {
  await page.goto(address);
});

function ask<T>(page: Page, check: string): Promise<T> {
  return page.evaluate((name) => {
    const asking: unknown = Reflect.get(window, 'ask');
    if (typeof asking !== 'function') throw new Error('the page is not ready');
    return asking(name);
  }, check);
}

for (const backend of ['wasm', 'webgl']) {
  test(`every layer's gradient agrees with finite differences on ${backend}`, async ({ page }) => {
    const { checks, leaked } = await ask<Checked>(page, `gradients ${backend}`);
    for (const { name, error } of checks) expect(error, name).toBeLessThan(0.005);
    expect(leaked).toBe(0);
  });

  test(`training twice on ${backend} gives the same bits and leaves no tensor`, async ({ page }) => {
    const first = await ask<Trained>(page, `train ${backend}`);
    const second = await ask<Trained>(page, `train ${backend}`);
    expect(second.history).toEqual(first.history);
    expect(first.leaked).toBe(0);
  });
}

/** Not every Chromium draws WebGPU without a card. */
async function skipWhereAbsent(page: Page, backend: string): Promise<void> {
  const hasAdapter = async () => ((await navigator.gpu?.requestAdapter()) ?? null) !== null;
  test.skip(backend === 'webgpu' && !(await page.evaluate(hasAdapter)), 'this browser gives no WebGPU');
}

for (const backend of ['webgl', 'webgpu']) {
  test(`a lost card is survived on ${backend}: training goes on elsewhere from the last epoch`, async ({ page }) => {
    await skipWhereAbsent(page, backend);
    const whole = await ask<Trained>(page, 'train wasm');
    const survived = await ask<Trained>(page, `lose ${backend}`);
    expect(survived).toMatchObject({ backend: 'wasm', leaked: 0 });
    expect(survived.log.join(' ')).toContain('went on after epoch 2');
    expect(survived.history.loss).toHaveLength(8);
    expect(survived.history.loss?.at(-1)).toBeCloseTo(whole.history.loss?.at(-1) ?? 0, 3);
  });

  test(`a card that was lost between two runs on ${backend} costs neither: both train elsewhere`, async ({ page }) => {
    await skipWhereAbsent(page, backend);
    const both = await ask<readonly Trained[]>(page, `lose ${backend} before`);
    for (const trained of both) expect(trained).toMatchObject({ backend: 'wasm' });
    expect(both).toHaveLength(2);
  });

  test(`a read that a lost card never answers on ${backend} is made again elsewhere`, async ({ page }) => {
    await skipWhereAbsent(page, backend);
    expect(await ask(page, `lose ${backend} while reading`)).toEqual({ name: 'wasm', value: 6 });
  });
}
