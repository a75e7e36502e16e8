const VERSION_ID = /\b[0-9a-f]{16}\b/g;

/** A sentence with versions called as a person knows them: `v3` rather than `26df8270b0d6ceaa`. */
export const withVersionNumbers = (sentence: string, numberOf: (id: string) => number | undefined): string =>
  sentence.replace(VERSION_ID, (id) => {
    const number = numberOf(id);
    return number === undefined ? id : `v${number}`;
  });
