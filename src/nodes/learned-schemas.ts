import type { WireSchema } from '../graph/schema-types';

export type OutputSchemas = Readonly<Record<string, WireSchema | undefined>>;

/**
 * What a node gave when it ran, in place of what was inferred. Which steps were fitted before a split, which columns
 * one passed over, what flatters and what table a model learned from, can be read off no value behind the one it was
 * found in: that is known of the pipeline alone, and stays.
 */
export function withLearned(
  inferred: OutputSchemas,
  learned: OutputSchemas,
  incoming: readonly (WireSchema | undefined)[],
): OutputSchemas {
  const outputs: Record<string, WireSchema | undefined> = { ...inferred };
  for (const [port, schema] of Object.entries(learned)) {
    const before = inferred[port];
    outputs[port] =
      schema?.type !== 'table'
        ? withTable(schema, before)
        : {
            ...(before?.type === 'table' && before.flattery !== undefined ? { flattery: before.flattery } : {}),
            ...schema,
            fittedBeforeSplit: before?.type === 'table' ? before.fittedBeforeSplit : fittedIn(incoming),
            ...(before?.type === 'table' && before.passedOver !== undefined ? { passedOver: before.passedOver } : {}),
          };
  }
  return outputs;
}

const fittedIn = (incoming: readonly (WireSchema | undefined)[]): readonly string[] => [
  ...new Set(incoming.flatMap((schema) => (schema?.type === 'table' ? schema.fittedBeforeSplit : []))),
];

const withTable = (schema: WireSchema | undefined, before: WireSchema | undefined): WireSchema | undefined =>
  schema?.type === 'model' && before?.type === 'model' && before.table !== undefined
    ? { ...schema, table: before.table }
    : schema;
