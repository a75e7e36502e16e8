/** Whether the browser refused to keep something for want of room. */
export const isNoRoom = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError';
