import { useSyncExternalStore } from 'react';

/** The theme's colours for what is drawn on a canvas, by the name of their CSS variable without the dashes. */
export type Palette = (name: string) => string;

let known: { readonly theme: string; readonly palette: Palette } | undefined;

/** Looks a colour up once a theme: reading computed styles in every frame would cost more than drawing. */
function currentPalette(): Palette {
  const root = document.documentElement;
  const theme = root.dataset.theme ?? '';
  if (known?.theme === theme) return known.palette;
  const found = new Map<string, string>();
  const palette: Palette = (name) => {
    let colour = found.get(name);
    if (colour === undefined) {
      colour = getComputedStyle(root).getPropertyValue(`--${name}`).trim();
      found.set(name, colour);
    }
    return colour;
  };
  known = { theme, palette };
  return palette;
}

function followTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme's colours, another function when the theme changes. */
export const usePalette = (): Palette => useSyncExternalStore(followTheme, currentPalette);
