import type { Text } from './text';

export const AS_WRITTEN = 'as-written';

/** The message of a sentence that was written down before messages were data. */
export const asWritten = ({ en, ko }: Text) => ({ code: AS_WRITTEN, args: { en, ko } });
