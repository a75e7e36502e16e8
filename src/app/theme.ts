import { useView } from '../store/view/view-store';

/** Keeps `data-theme` on <html> in step with the view and with the system. */
export function followTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const { theme, language } = useView.getState();
    const dark = theme === 'dark' || (theme === 'system' && system.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.documentElement.lang = language;
  };
  show();
  system.addEventListener('change', show);
  useView.subscribe(show);
}
