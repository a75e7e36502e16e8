import { afterEach, describe, expect, it, vi } from 'vitest';
import { tellFlowError } from './flow-errors';

const say = (development: boolean): { readonly told: readonly unknown[]; readonly said: readonly unknown[] } => {
  const told: unknown[] = [];
  const console = vi.spyOn(globalThis.console, 'warn').mockImplementation(() => undefined);
  vi.stubEnv('DEV', development);
  vi.stubGlobal('dispatchEvent', (event: CustomEvent) => told.push(event.type, event.detail));
  tellFlowError('008', 'No handle.');
  return { told, said: console.mock.calls.flat() };
};

describe('a complaint of React Flow', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('goes to the console with its code while the page is worked on', () => {
    expect(say(true).said).toEqual(['React Flow 008: No handle.']);
  });

  it('is told to listeners and kept from the console once the page is built', () => {
    expect(say(false)).toEqual({ told: ['flow-error', '008: No handle.'], said: [] });
  });
});
