import type { PipelineDocument } from '../graph/document';
import { openJson } from '../graph/open-json';
import type { Language, Text } from '../lib/text';
import { catalog } from '../nodes/catalog';

/** One row of public/templates/index.json. */
export interface Template {
  readonly file: string;
  readonly title: Text;
  readonly description: Text;
  readonly stages: readonly string[];
  /** What its nodes that have a name of their own are called, by id. */
  readonly names: Readonly<Record<string, Text>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is Text =>
  isRecord(value) && typeof value.en === 'string' && typeof value.ko === 'string';

const at = (file: string): string => `${import.meta.env.BASE_URL}templates/${file}`;

/** The list of templates; rows that make no sense are left out. */
export async function fetchTemplates(): Promise<readonly Template[]> {
  const response = await fetch(at('index.json'));
  if (!response.ok) throw new Error(`templates: ${response.status}`);
  const rows: unknown = await response.json();
  if (!Array.isArray(rows)) throw new Error('templates: not a list');
  return rows.flatMap((row: unknown): readonly Template[] => {
    if (!isRecord(row) || typeof row.file !== 'string' || !isText(row.title) || !isText(row.description)) return [];
    const stages = Array.isArray(row.stages) ? row.stages.filter((stage) => typeof stage === 'string') : [];
    const names = isRecord(row.names) ? Object.entries(row.names) : [];
    return [
      {
        file: row.file,
        title: row.title,
        description: row.description,
        stages,
        names: Object.fromEntries(names.flatMap(([id, name]) => (isText(name) ? [[id, name]] : []))),
      },
    ];
  });
}

/** A template as a document, it and its nodes named in the reader's language; null where it cannot be read. */
export async function fetchTemplate(
  { file, title, description, names }: Template,
  language: Language,
): Promise<PipelineDocument | null> {
  try {
    const response = await fetch(at(file));
    if (!response.ok) return null;
    const opened = openJson(await response.json(), catalog);
    if (!opened.ok) return null;
    const nodes = opened.document.nodes.map((node) => ({ ...node, label: names[node.id]?.[language] ?? node.label }));
    return { ...opened.document, name: title[language], description: description[language], nodes };
  } catch {
    return null;
  }
}
