let keep: () => Promise<void> = async () => undefined;

/** Says how what is on the page is kept before it is loaded again. */
export function beforeReload(keeping: () => Promise<void>): void {
  keep = keeping;
}

/** Loads the page again, once everything is kept that can be. */
export async function reloadPage(): Promise<void> {
  await keep().catch(() => undefined);
  window.location.reload();
}
