import type { Page } from '@playwright/test';

/** Lets the test reach the page's workers as a failing driver or an exhausted machine would. */
export async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Reflect.set(window, 'workers', workers);
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
  });
}
