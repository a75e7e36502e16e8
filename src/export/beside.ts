import { fileNameOf } from '../graph/file-name';
import type { FileRef } from '../nodes/contract/kind';
import { freshNames } from '../nodes/python/names';

/** What the export itself writes beside a program. */
const OWN = ['pipeline.py', 'pipeline.ipynb', 'fitted.npz', 'data'];

/** Gives paths in the folder of a program: of rows that are written as CSV, and of files that people gave. */
export function pathsBeside() {
  const rowNames = freshNames();
  const used = new Set(OWN);
  const given = new Map<string, string>();
  return {
    rows: (word: string): string => `data/${rowNames(word)}.csv`,
    file({ name, hash }: FileRef): string {
      const wanted = nameOnDisk(name);
      // Files that differ may have one name, and systems there are that tell no A from an a.
      const key = `${hash} ${wanted}`;
      const path = given.get(key) ?? firstFree(wanted, used);
      given.set(key, path);
      return path;
    },
  };
}

function firstFree(wanted: string, used: Set<string>): string {
  const { stem, ending } = parted(wanted);
  const folded = (path: string): string => path.normalize('NFC').toLowerCase();
  let path = wanted;
  for (let n = 2; used.has(folded(path)); n++) path = `${stem}-${n}${ending}`;
  used.add(folded(path));
  return path;
}

/** A file's own name as every system takes it: never an address, and no folder that it may hold. */
function nameOnDisk(name: string): string {
  const seen = (name.split(/[/\\]/).at(-1) ?? '').replaceAll(/[^\P{C}]/gu, '').trim();
  if (seen.replaceAll('.', '') === '') return 'data.csv';
  const { stem, ending } = parted(seen);
  return `${stem === '' ? 'data' : fileNameOf(stem)}${ending}`;
}

/** Only what looks like an ending is one. */
function parted(name: string): { readonly stem: string; readonly ending: string } {
  const [ending = ''] = /\.[\da-z]{1,9}$/i.exec(name) ?? [];
  return { stem: name.slice(0, name.length - ending.length), ending };
}
