import type { Message } from '../../lib/message';

/** A message for tests of what hands messages on, of one shape whatever the figure. */
export const said = (code: string, figure = 0): Message => ({ code: `test/${code}`, args: { figure } });
