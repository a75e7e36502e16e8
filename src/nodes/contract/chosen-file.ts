import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { FailureDetail } from '../../lib/failure';
import { Failure } from '../../lib/failure';
import type { FileRef } from './kind';
import type { RunContext } from './runner';

/** A parameter that names a kept file; null while none is chosen. */
export const chosenFile = z
  .strictObject({
    name: z.string().min(1).max(1_000),
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'a hash is 64 hexadecimal digits'),
    bytes: z.int().min(0),
  })
  .nullable()
  .default(null);

/** What a kind says of a file it cannot take. */
export interface FileRefusals {
  /** The longest file, in bytes. */
  readonly limit: number;
  readonly none: FailureDetail;
  tooLarge(file: FileRef, bytes: number): FailureDetail;
}

/**
 * Bytes of the chosen file. The length a document states is checked before anything is
 * read, the real one after: a document may state anything.
 */
export async function readChosenFile(
  file: FileRef | null,
  ctx: Pick<RunContext, 'readFile'>,
  refuse: FileRefusals,
): Promise<Uint8Array> {
  if (file === null) throw new Failure(refuse.none);
  if (file.bytes > refuse.limit) throw new Failure(refuse.tooLarge(file, file.bytes));
  const bytes = await ctx.readFile(file.hash, file.name);
  if (bytes.length > refuse.limit) throw new Failure(refuse.tooLarge(file, bytes.length));
  return bytes;
}
