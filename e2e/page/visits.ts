/** What a browser holds for a page it has never shown. */
export const FIRST_VISIT = { cookies: [], origins: [] };

/** A browser that has shown the picture of the whole already, as tests begin: what they look for is not covered. */
export const visitedBefore = (origin: string) => ({
  cookies: [],
  origins: [{ origin, localStorage: [{ name: 'millrace/view', value: JSON.stringify({ welcomed: true }) }] }],
});
