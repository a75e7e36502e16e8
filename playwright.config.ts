import { defineConfig } from '@playwright/test';
import { visitedBefore } from './e2e/page/visits';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const port = Number(process.env.E2E_PORT ?? 4183);
const origin = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Two cores share the page, its worker and the software renderer.
  workers: 1,
  // A loaded machine can be late once; a test that needs its retry is reported as flaky.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL: origin,
    storageState: visitedBefore(origin),
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium === '' ? {} : { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    url: origin,
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
  },
});
