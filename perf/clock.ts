/** Milliseconds of processor time so far, of all threads of this process: what else the machine does counts little. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Starts a clock; whoever asks it later hears the milliseconds that have passed, on the wall and of the processor. */
export function startClock(): () => { readonly wall: number; readonly processor: number } {
  const [wall, processor] = [performance.now(), processorMs()];
  return () => ({ wall: performance.now() - wall, processor: processorMs() - processor });
}
