import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { formatCompact, formatDate, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { cx } from '../../ui/cx';
import { drawTimeline, type TimelineWords } from './draw-timeline';
import { EventGlyph } from './EventGlyph';
import { eventLook } from './event-look';
import { domainOf, useLiveView, useLookedTick, useSampledLive } from './live-view';
import { stepFrom } from './scrub-keys';
import { TickCanvas, type TickFrame, type TickPlace } from './TickCanvas';
import { pan, reveal, shownTicks, zoom } from './tick-axis';
import { eventAt, layoutTimeline, RULER } from './timeline-layout';

/** Lanes of events over the ticks, with a cursor that a person drags or moves by keys. */
export function Timeline() {
  const { t, language } = useT();
  const view = useLiveView();
  const { live, axis, lanes, opened, open, nameOf, colourOf, tell } = view;
  const [hovered, setHovered] = useState<{ readonly event: LiveEvent; readonly place: TickPlace } | null>(null);
  // The layout changes only where a loop speaks for the first time.
  useSampledLive(({ revision }) => revision);
  lanes.catchUp(live.getState().history.events);
  const rows = layoutTimeline(lanes).rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: lanes grow in place; the number of rows says when to lay out anew
  const layout = useMemo(() => layoutTimeline(lanes), [lanes, rows]);
  const words: TimelineWords = useMemo(
    () => ({
      lane: (lane) => t(eventLook[lane].word),
      loop: ({ deployment }) => (deployment === null ? t('timeline.shared') : nameOf(deployment)),
      event: (event) => tell(event.reason),
      number: (value) => (value < 100_000 ? formatNumber(language, value, 0) : formatCompact(language, value)),
      colourOf,
    }),
    [t, tell, language, nameOf, colourOf],
  );
  const draw = useCallback(
    (frame: TickFrame) => {
      lanes.catchUp(live.getState().history.events);
      drawTimeline(frame, layout, words, opened);
    },
    [lanes, live, layout, words, opened],
  );
  const onClick = (place: TickPlace) => {
    const event = eventAt(layout, place.pixels, place.x, place.y);
    const { first, last } = domainOf(view);
    live.getState().scrub(Math.max(first, Math.min(last, event?.tick ?? Math.round(place.tick))));
    if (event) open(event);
  };
  const onHover = (place: TickPlace | null) => {
    const event = place && eventAt(layout, place.pixels, place.x, place.y);
    if (place === null || event === null) setHovered(null);
    else setHovered((before) => (before?.event === event ? before : { event, place }));
  };
  const onKeyDown = (key: KeyboardEvent) => {
    const state = live.getState();
    const domain = domainOf(view);
    const at = state.cursor ?? state.tick;
    const action = stepFrom(key, at, domain, shownTicks(axis.getState(), domain), state.history.notable);
    if (action === null) return;
    key.preventDefault();
    key.stopPropagation();
    if (action.type === 'zoom') return axis.setState(zoom(axis.getState(), domain, action.factor, at));
    if (action.type === 'pan') return axis.setState(pan(axis.getState(), domain, action.ticks));
    if (action.type === 'open') {
      const event =
        state.history.eventsAt(at).findLast(({ type }) => type !== 'batch') ?? state.history.eventsAt(at)[0];
      if (event) open(event);
      return;
    }
    state.scrub(action.tick);
    axis.setState(action.tick === null ? { end: null } : reveal(axis.getState(), domain, action.tick));
  };
  return (
    <div className="relative">
      <TickCanvas
        height={layout.height}
        draw={draw}
        wheelZooms
        scrubAbove={RULER}
        onClick={onClick}
        onHover={onHover}
        className={cx(hovered && 'cursor-pointer')}
      >
        <ScrubSlider onKeyDown={onKeyDown} />
        {hovered && <EventTip event={hovered.event} place={hovered.place} />}
      </TickCanvas>
    </div>
  );
}

/** The scrub cursor, for the keyboard and for screen readers; it lies over the canvas and lets the pointer through. */
function ScrubSlider({ onKeyDown }: { onKeyDown: (event: KeyboardEvent) => void }) {
  const { t, language } = useT();
  const { live, nameOf, tell } = useLiveView();
  const tick = useLookedTick();
  const following = useSampledLive(({ cursor }) => cursor === null);
  const { history } = live.getState();
  const time = history.timeOf(tick);
  const happened = history
    .eventsAt(tick)
    .filter(({ type }) => type !== 'batch')
    .map((event) => `${t(eventLook[event.type].word)}, ${nameOf(event.nodeId)}: ${tell(event.reason)}`);
  const facts = [
    t('timeline.tickN', { tick: formatNumber(language, tick) }),
    ...(following ? [t('timeline.newest')] : []),
    ...(Number.isFinite(time) ? [formatDate(language, time)] : []),
    ...(happened.length > 0 ? happened : [t('timeline.nothingHappened')]),
  ];
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('timeline.scrub')}
      aria-valuemin={Math.max(1, history.firstTick)}
      aria-valuemax={history.lastTick}
      aria-valuenow={tick}
      aria-valuetext={facts.join('. ')}
      onKeyDown={onKeyDown}
      className="pointer-events-none absolute inset-0 focus-visible:-outline-offset-2"
    />
  );
}

function EventTip({ event, place }: { event: LiveEvent; place: TickPlace }) {
  const { t, language } = useT();
  const { nameOf, tell } = useLiveView();
  const side = place.x > place.width / 2 ? { right: place.width - place.x + 12 } : { left: place.x + 12 };
  return (
    <div
      className="pointer-events-none absolute z-20 w-max max-w-80 rounded-md border border-line bg-raised px-2 py-1 text-sm shadow-float"
      style={{ ...side, top: place.y > 70 ? place.y - 54 : place.y + 14 }}
    >
      <div className="tabular flex items-center gap-1.5 text-quiet">
        <EventGlyph type={event.type} />
        <span className="font-medium text-ink">{t(eventLook[event.type].word)}</span>
        {nameOf(event.nodeId)} · {t('timeline.tickN', { tick: formatNumber(language, event.tick) })}
      </div>
      {tell(event.reason)}
    </div>
  );
}
