import { AS_WRITTEN } from './as-written';
import type { Json, JsonObject } from './json';
import type { messageData } from './message-schema';
import type { OfSchema } from './of-schema';
import { type Text, text } from './text';

/*
 * What the product has to say of something that happened, as data: a code and what it is about. The sentence is made
 * where it is shown, so that nothing is ever read out of one, and a version is called as its reader knows it.
 */

/** `area/name`, and what it is about: figures are numbers, names, ids and words of a closed list are strings. */
export type Message = OfSchema<typeof messageData>;

/** How whoever shows a message calls things. */
export interface Speech {
  /** What a version of a model is called, by its id. */
  version(id: string): Text;
  /** The sentence of a message within another. */
  words(message: Message): Text;
}

/** How one message is worded. A method's type, so that each wording asks for args of its own. */
type Wording = { of(args: JsonObject, speech: Speech): Text }['of'];
/** The wordings of an area, by name. */
export type WordTable = Readonly<Record<string, Wording>>;

type Given<W> = W extends () => Text ? [] : W extends (args: infer A, ...rest: never[]) => Text ? [args: A] : never;

/** Makes the messages of an area out of what their wordings ask for. */
export type Speaker<Table extends WordTable> = <Name extends keyof Table & string>(
  name: Name,
  ...given: Given<Table[Name]> & readonly [args?: JsonObject]
) => Message;

export const speaker =
  <Table extends WordTable>(area: string, _table: Table): Speaker<Table> =>
  (name, ...[args = {}]) => ({ code: `${area}/${name}`, args });

/**
 * The sentence of a message out of the tables of all areas. A message that no table knows, as a later version may have
 * written it, is shown as its code.
 */
export function wordsOf(
  message: Message,
  areas: Readonly<Record<string, WordTable>>,
  version: Speech['version'] = (id) => text(id, id),
): Text {
  const { code, args } = message;
  if (code === AS_WRITTEN) return text(String(args.en), String(args.ko));
  const [area = '', name = ''] = code.split('/');
  const table = Object.hasOwn(areas, area) ? areas[area] : undefined;
  const wording = table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (wording === undefined) return text(code, code);
  return wording(args, { version, words: (inner) => wordsOf(inner, areas, version) });
}

/** Whether two messages say the same of the same. */
export const sameMessage = (a: Message, b: Message): boolean => identity(a, true) === identity(b, true);

/** What a message says, whatever its figures: messages of one shape tell of one matter that goes on. */
export const shapeOf = (message: Message): string => identity(message, false);

function identity(arg: Json, figures: boolean): string {
  if (typeof arg === 'number') return figures ? String(arg) : '#';
  if (arg === null || typeof arg !== 'object') return JSON.stringify(arg);
  if (isList(arg)) return `[${arg.map((each) => identity(each, figures)).join()}]`;
  const entries = Object.entries(arg).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([name, value]) => `${name}:${identity(value, figures)}`).join()}}`;
}

const isList = (arg: Json): arg is readonly Json[] => Array.isArray(arg);
