/** The tabs below the canvas, in their order. */
export const DOCK_TABS = ['data', 'charts', 'live', 'results', 'predict', 'models', 'lake', 'problems', 'log'] as const;

export type DockTab = (typeof DOCK_TABS)[number];
