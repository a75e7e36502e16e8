import type { PythonProgram } from '../application/export-python';
import { zipped } from '../export/zip';
import { createYieldIfDue } from '../lib/yielding';
import type { PythonArchive } from './protocol';

/** A program and what lies beside it as one archive, in a folder of its own. */
export async function pythonArchive({ program, files }: PythonProgram, folder: string): Promise<PythonArchive> {
  const yieldIfDue = createYieldIfDue(new AbortController().signal, () => performance.now());
  const inFolder = new Map([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
  return { bytes: await zipped(inFolder, yieldIfDue), paths: [...files.keys()], leftOut: program.leftOut };
}
