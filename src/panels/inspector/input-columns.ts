import type { Pipeline } from '../../graph/pipeline';
import type { WireSchema } from '../../graph/schema-types';
import type { ColumnType, Field, Role } from '../../table/table';

type Schemas = Readonly<Record<string, Readonly<Record<string, WireSchema | undefined>>>>;

/** The columns known at an input port, over all wires that end there; null where nothing is known. */
export function inputColumns(
  pipeline: Pipeline,
  schemas: Schemas,
  nodeId: string,
  port: string,
): readonly Field[] | null {
  const fields = new Map<string, Field>();
  let known = false;
  for (const { from } of pipeline.into(nodeId, port)) {
    const schema = schemas[from.nodeId]?.[from.port];
    if (schema?.type !== 'table') continue;
    known = true;
    for (const field of schema.fields) if (!fields.has(field.name)) fields.set(field.name, field);
  }
  return known ? [...fields.values()] : null;
}

/** The columns that a control lets a person choose. */
export function fittingColumns(
  fields: readonly Field[],
  wanted: { readonly types?: readonly ColumnType[]; readonly roles?: readonly (Role | null)[] },
): readonly Field[] {
  return fields.filter(
    (field) => (wanted.types?.includes(field.type) ?? true) && (wanted.roles?.includes(field.role) ?? true),
  );
}
