import { commandHost } from '../../store/commands/command-host';
import { perform } from '../../store/commands/commands';
import { useDocument } from '../../store/document/document-store';
import { useView } from '../../store/view/view-store';
import { give, startRun } from '../use-shortcuts';

const DIGITS = 'images.json';
const DRIFT = 'sudden-drift.json';

const session = (): number => useDocument.getState().session;

/** Opens a template. Returns whether it is there: what was edited may have been kept instead. */
async function openTemplate(file: string): Promise<boolean> {
  const before = session();
  await commandHost().openTemplate(file);
  return session() !== before;
}

/** Trains a model that reads digits, then shows the pad to draw one on. */
export async function drawDigit(): Promise<void> {
  if (!(await openTemplate(DIGITS))) return;
  const opened = session();
  await startRun('run');
  if (session() === opened) useView.getState().showDock('predict');
}

/** Opens a loop and lets it run. */
export async function seeItLive(): Promise<void> {
  if (!(await openTemplate(DRIFT))) return;
  await perform('goLive');
  useView.getState().showDock('live');
}

/** How to begin, each by one press. */
export const BEGINNINGS = [
  { id: 'run', begin: () => give('run') },
  { id: 'own', begin: () => give('ownData') },
  { id: 'draw', begin: () => void drawDigit() },
  { id: 'live', begin: () => void seeItLive() },
] as const;
