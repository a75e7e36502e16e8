/** The code of a file system's error (`ENOENT`), or undefined of any other. */
export function errnoOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/** Whether a file is not there, or what should be a folder is none. */
export const isMissing = (cause: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errnoOf(cause) ?? '');
