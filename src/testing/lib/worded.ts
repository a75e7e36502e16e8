import { liveWords } from '../../engine/live/wording';
import type { Message, WordTable } from '../../lib/message';

/** What messages come to in both languages, with versions called `v(id)`: for the one snapshot of a kind's words. */
export function worded<Table extends WordTable>(
  samples: Readonly<Record<keyof Table & string, readonly Message[]>>,
): readonly string[] {
  return Object.entries<readonly Message[]>(samples).flatMap(([name, messages]) =>
    messages.map((message) => {
      const { en, ko } = liveWords(message, (id) => `v(${id})`);
      return `${name}: ${en} | ${ko}`;
    }),
  );
}
