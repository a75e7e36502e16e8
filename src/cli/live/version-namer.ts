import { liveWords } from '../../engine/live/wording';
import type { Message } from '../../lib/message';
import { type Text, text } from '../../lib/text';
import type { ModelRegistry } from '../../registry/registry';

/**
 * Words messages for a person, with versions called by their numbers. The registry is asked only when a version is new;
 * what has different numbers in different lines of models keeps its id.
 */
export function createVersionNamer(list: ModelRegistry['list']): (message: Message) => Promise<Text> {
  let numbers: ReadonlyMap<string, number | undefined> = new Map();
  return async (message) => {
    let isNew = false;
    const worded = (): Text =>
      liveWords(message, (id) => {
        isNew ||= !numbers.has(id);
        const number = numbers.get(id);
        const name = number === undefined ? id : `v${number}`;
        return text(name, name);
      });
    const known = worded();
    if (!isNew) return known;
    const found = new Map<string, number | undefined>();
    for (const { id, number } of await list()) {
      found.set(id, !found.has(id) || found.get(id) === number ? number : undefined);
    }
    numbers = found;
    return worded();
  };
}
