import type { Field } from './table';

/** `predicted` and, for classes, `p(class)` of each; a name already taken gets a number behind it. */
export function predictionFields(taken: readonly string[], classes: readonly string[] | undefined): readonly Field[] {
  const names = new Set(taken);
  const free = (wanted: string): string => {
    const name = freeName(wanted, names);
    names.add(name);
    return name;
  };
  if (classes === undefined) return [{ name: free('predicted'), type: 'number', role: null }];
  return [
    { name: free('predicted'), type: 'category', role: null, categories: classes },
    ...classes.map((word): Field => ({ name: free(`p(${word})`), type: 'number', role: null })),
  ];
}

/** `wanted`, or `wanted 2`, `wanted 3` … where it is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  return name;
}
