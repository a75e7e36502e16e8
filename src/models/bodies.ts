import { bayesFormat } from './bayes/bayes-body';
import type { AnyBodyFormat } from './body';
import { invalidModelFile } from './invalid-model-file';
import type { ModelBody } from './model';
import { neighboursFormat } from './neighbours/neighbours-body';
import { networkFormat } from './network/network-body';

/** What each family's body is as data. What it computes is in `estimators.ts`. */
const formats: readonly AnyBodyFormat[] = [networkFormat, bayesFormat, neighboursFormat];

const byType = new Map(formats.map((format) => [format.type, format]));

/** How bodies of this one's family are written, named, described and weighed. */
export function formatOf({ type }: ModelBody): AnyBodyFormat {
  const format = byType.get(type);
  if (format === undefined) throw new Error(`no family has bodies of the type ${type}`);
  return format;
}

/** How a file's body is read. Fails with `model-file-invalid` where no family knows it. */
export function formatOfType(type: string): AnyBodyFormat {
  const format = byType.get(type);
  if (format === undefined) throw invalidModelFile(`no family of models is called “${type}”`);
  return format;
}
