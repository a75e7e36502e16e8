import type { LiveEventType } from '../../nodes/contract/live-events';
import { eventLook } from './event-look';

/** The shape of an event's type, in its colour. The word always stands beside it. */
export function EventGlyph({ type, size = 12 }: { type: LiveEventType; size?: number }) {
  const { shape, colour } = eventLook[type];
  return (
    <svg width={size} height={size} viewBox="-1.3 -1.3 2.6 2.6" aria-hidden className="shrink-0">
      <polygon points={shape.map((corner) => corner.join(',')).join(' ')} fill={`var(--${colour})`} />
    </svg>
  );
}
