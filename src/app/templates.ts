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
    return [{ file: row.file, title: row.title, description: row.description, stages }];
  });
}

/** A template as a document, named and described in the reader's language; null where it cannot be read. */
export async function fetchTemplate(
  { file, title, description }: Template,
  language: Language,
): Promise<PipelineDocument | null> {
  try {
    const response = await fetch(at(file));
    if (!response.ok) return null;
    const opened = openJson(await response.json(), catalog);
    return opened.ok ? { ...opened.document, name: title[language], description: description[language] } : null;
  } catch {
    return null;
  }
}
