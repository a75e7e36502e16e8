import { liveWords } from '../../engine/live/wording';
import type { Json } from '../../lib/json';
import type { Message, WordTable } from '../../lib/message';
import { text } from '../../lib/text';
import { disagreements } from './agreement';

/**
 * What messages come to in both languages, with versions called `v(id)`: for the one snapshot of a kind's words. Each is
 * worded of one thing too, and refused where it speaks of that in the plural.
 */
export function worded<Table extends WordTable>(
  samples: Readonly<Record<keyof Table & string, readonly Message[]>>,
): readonly string[] {
  return Object.entries<readonly Message[]>(samples).flatMap(([name, messages]) =>
    messages.map((message) => {
      const { en, ko } = liveWords(message, (id) => text(`v(${id})`, `v(${id})`));
      const wrong = disagreements(liveWords({ ...message, args: ofOne(message.args) }).en);
      if (wrong.length > 0) throw new Error(`${message.code} says ${wrong.join(', ')}`);
      return `${name}: ${en} | ${ko}`;
    }),
  );
}

/** The same with every number 1, and of every list its first. */
function ofOne<J extends Json>(arg: J): J;
function ofOne(arg: Json): Json {
  if (typeof arg === 'number') return 1;
  if (arg === null || typeof arg !== 'object') return arg;
  if (Array.isArray(arg)) return arg.slice(0, 1).map((each: Json) => ofOne(each));
  return Object.fromEntries(Object.entries(arg).map(([name, value]) => [name, ofOne(value)]));
}
