/** How long the page has to be at rest, and how long that is waited for, in milliseconds. */
const [REST, PATIENCE] = [300, 5_000];

/** Resolves once the page is loaded and its thread has been free for a while. */
export async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, REST));
  if (typeof requestIdleCallback === 'undefined') return; // Safari
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }));
}

/** Whether this browser was told to fetch no more than is asked for. */
export function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
}
