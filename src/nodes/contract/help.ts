import type { z } from 'zod';
import type { Text } from '../../lib/text';

/** What kinds say of themselves beyond their names, fetched after the first paint: none of it stands in a spec. */
export interface KindHelp {
  /** Two or three sentences: what it does, when to use it. */
  readonly kind: Text;
  /** By param. */
  readonly fields?: ByName<Text>;
  /** By param, then by the word that it takes; said in place of the field's while that is chosen. */
  readonly options?: ByName<ByName<Text>>;
}

type ByName<What> = Readonly<Record<string, What | undefined>>;

export type FieldsHelp<P> = { readonly [Param in keyof P]?: Text };

/** Params that take one of a few words. */
type Choices<P> = {
  [Param in keyof P]: P[Param] extends string ? (string extends P[Param] ? never : Param) : never;
}[keyof P];

type OptionsHelp<P> = { readonly [Param in Choices<P>]?: { readonly [Word in P[Param] & string]?: Text } };

/** The same of one kind, checked against the params of its spec. */
export type HelpOf<Spec extends { readonly params: z.ZodType }> = {
  readonly kind: Text;
  readonly fields?: FieldsHelp<z.output<Spec['params']>>;
  readonly options?: OptionsHelp<z.output<Spec['params']>>;
};
