import type { MessageKey } from '../../i18n/catalogue';
import type { LiveEventType } from '../../nodes/contract/live-events';

type Shape = readonly (readonly [x: number, y: number])[];

const polygon = (corners: number, turn: number, radius = 1): Shape =>
  Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + turn)) / corners;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
const star: Shape = Array.from({ length: 8 }, (_, i) => {
  const radius = i % 2 === 0 ? 1.15 : 0.42;
  const angle = (Math.PI * i) / 4;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
});
const arrowUp: Shape = [
  [0, -1.05],
  [0.95, 0],
  [0.4, 0],
  [0.4, 1],
  [-0.4, 1],
  [-0.4, 0],
  [-0.95, 0],
];
const square = (x: number, y: number): Shape => [
  [-x, -y],
  [x, -y],
  [x, y],
  [-x, y],
];

/** How each type of event looks everywhere: a shape of its own, in a colour of its own, with a word of its own. */
export const eventLook: Readonly<
  Record<LiveEventType, { readonly shape: Shape; readonly colour: string; readonly word: MessageKey }>
> = {
  batch: { shape: square(0.35, 0.8), colour: 'port-stream', word: 'timeline.batch' },
  drift: { shape: polygon(3, 0, 1.1), colour: 'state-warning', word: 'timeline.drift' },
  trigger: { shape: star, colour: 'port-signal', word: 'timeline.trigger' },
  retrain: { shape: polygon(12, 0, 0.85), colour: 'stage-train', word: 'timeline.retrain' },
  gate: { shape: polygon(4, 0, 1.05), colour: 'stage-ingest', word: 'timeline.gate' },
  promote: { shape: arrowUp, colour: 'state-good', word: 'timeline.promote' },
  rollback: { shape: arrowUp.map(([x, y]) => [x, -y]), colour: 'state-failed', word: 'timeline.rollback' },
  alert: { shape: polygon(8, 0.5, 0.95), colour: 'state-failed', word: 'timeline.alert' },
};
