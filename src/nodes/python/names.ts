/** Words that no variable may be called: Python's own, and those of every program that is written. */
const TAKEN = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield match case type print len list ' +
    'dict set str int float bool sum min max abs round range map filter zip sorted open input id hash iter next vars ' +
    'np pd fitted'
  ).split(' '),
);

/** Gives names that nothing else in a program has: the word itself, else the word with the next number. */
export function freshNames(taken: Iterable<string> = []): (word: string) => string {
  const used = new Set([...TAKEN, ...taken]);
  return (word) => {
    if (!/^[a-z][a-z0-9_]*$/.test(word)) throw new Error(`${word} is no name of a variable`);
    let name = word;
    for (let n = 2; used.has(name); n++) name = `${word}_${n}`;
    used.add(name);
    return name;
  };
}
