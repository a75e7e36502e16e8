/** Whether the page was opened to look at what its engine says. */
export const debugging = new URLSearchParams(location.search).has('debug');
