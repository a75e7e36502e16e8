import { isObject, type Json, type JsonObject } from '../lib/json';
import { korean } from '../lib/korean';
import { text } from '../lib/text';
import { edgeSchema, groupSchema, nodeSchema, noteSchema, parameterSchema } from './document';
import type { Problem } from './problem';

/** More than these are kept like all others, and not told one by one. */
const MOST_TOLD = 20;

const KNOWN = {
  document: ['format', 'version', 'name', 'description', 'seed', 'nodes', 'edges', 'notes', 'parameters'],
  node: Object.keys(nodeSchema.shape),
  edge: Object.keys(edgeSchema.shape),
  note: Object.keys(noteSchema.shape),
  group: Object.keys(groupSchema.shape),
  parameter: Object.keys(parameterSchema.shape),
} as const;
type Place = keyof typeof KNOWN;

/** Where lists of the other places lie. */
const LISTS: Readonly<Partial<Record<Place, Readonly<Record<string, Place>>>>> = {
  document: { nodes: 'node', edges: 'edge', notes: 'note', parameters: 'parameter' },
  group: { nodes: 'node', edges: 'edge', notes: 'note', parameters: 'parameter' },
};

/**
 * A parsed file whose unknown fields have been put aside into `extra` of the object that held them, so that a newer
 * Millrace's file loses nothing when it is opened and saved here; and a warning for each.
 */
export function setAsideUnknown(document: JsonObject): {
  readonly document: JsonObject;
  readonly problems: readonly Problem[];
} {
  const found: { readonly path: string; readonly nodeId: string | undefined }[] = [];

  const tidy = (value: Json, place: Place, path: string, nodeId: string | undefined): Json => {
    if (!isObject(value)) return value;
    const known: readonly string[] = KNOWN[place];
    const kept: Record<string, Json> = {};
    const extra: Record<string, Json> = {};
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'extra' && known.includes(key)) {
        kept[key] = within(inner, place, key, path, nodeId);
        continue;
      }
      extra[key] = inner;
      found.push({ path: path === '' ? key : `${path}.${key}`, nodeId });
    }
    return Object.keys(extra).length === 0 ? kept : { ...kept, extra };
  };
  const within = (value: Json, place: Place, key: string, path: string, nodeId: string | undefined): Json => {
    const list = LISTS[place]?.[key];
    const at = path === '' ? key : `${path}.${key}`;
    if (list !== undefined && Array.isArray(value)) {
      return value.map((item: Json, index) => tidy(item, list, `${at}[${index}]`, nodeId ?? idOf(item, list)));
    }
    return place === 'node' && key === 'group' ? tidy(value, 'group', at, nodeId) : value;
  };

  const tidied = tidy(document, 'document', '', undefined);
  return { document: isObject(tidied) ? tidied : document, problems: found.slice(0, MOST_TOLD).map(unknownField) };
}

const idOf = (item: Json, place: Place): string | undefined =>
  place === 'node' && isObject(item) && typeof item.id === 'string' ? item.id : undefined;

function unknownField({ path, nodeId }: { readonly path: string; readonly nodeId: string | undefined }): Problem {
  return {
    code: 'unknown-field',
    severity: 'warning',
    ...(nodeId === undefined ? {} : { nodeId }),
    message: text(
      `The file has a field "${path}", which this version does not know.`,
      korean`파일에 이 버전이 모르는 필드 "${path}"이(가) 있어요.`,
    ),
    hint: text(
      'It is kept and saved unchanged; mend its name if it is a slip, or open the file in a newer Millrace.',
      '그대로 보존하고 저장해요. 오타라면 이름을 고치고, 아니면 새 버전의 Millrace에서 열어 주세요.',
    ),
  };
}
