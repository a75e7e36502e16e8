/**
 * Hears React Flow's numbered complaints. In development they go to the console; the built page keeps them from people
 * and tells only who listens to `flow-error` on the window, whose detail is "code: message".
 */
export function tellFlowError(code: string, message: string): void {
  const detail = `${code}: ${message}`;
  // biome-ignore lint/suspicious/noConsole: whoever works on the canvas needs to read it, nobody else does
  if (import.meta.env.DEV) console.warn(`React Flow ${detail}`);
  dispatchEvent(new CustomEvent('flow-error', { detail }));
}
