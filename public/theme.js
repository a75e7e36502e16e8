// Runs before the first paint, so that a dark page never flashes white. The view store does the rest.
try {
  const kept = JSON.parse(localStorage.getItem('millrace/view') ?? '{}');
  const dark = kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
} catch {
  document.documentElement.dataset.theme = 'light';
}
