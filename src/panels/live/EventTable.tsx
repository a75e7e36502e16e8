import { useMemo, useState } from 'react';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { LIVE_EVENT_TYPES, type LiveEvent } from '../../nodes/contract/live-events';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { EventRows } from './EventRows';
import { createEventFilter, type ShownTypes } from './event-filter';
import { isEventType } from './event-lanes';
import { eventLook } from './event-look';
import { useLiveView, useSampledLive } from './live-view';

/** Every event as a row, to be read, filtered, searched and opened. */
export function EventTable() {
  const { t, language } = useT();
  const { live, nameOf, tell } = useLiveView();
  const [types, setTypes] = useState<ShownTypes>('notable');
  const [search, setSearch] = useState('');
  const filter = useMemo(
    () =>
      createEventFilter(types, search, (event: LiveEvent) =>
        [t(eventLook[event.type].word), nameOf(event.nodeId), tell(event.reason), String(event.tick)].join(' '),
      ),
    [types, search, t, nameOf, tell],
  );
  useSampledLive(({ revision }) => revision);
  const { events } = live.getState().history;
  filter.catchUp(events);
  const count = filter.found.length;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 items-center gap-2 px-2 py-1.5">
        <Select
          value={types}
          aria-label={t('timeline.type')}
          options={[
            { value: 'notable', label: t('timeline.typeNotable') },
            { value: 'all', label: t('timeline.typeAll') },
            ...LIVE_EVENT_TYPES.map((value) => ({ value, label: t(eventLook[value].word) })),
          ]}
          onChange={(value) => {
            if (value === 'all' || value === 'notable' || isEventType(value)) setTypes(value);
          }}
          className="w-40 max-md:w-32"
        />
        <TextField
          type="search"
          value={search}
          onChange={setSearch}
          aria-label={t('timeline.search')}
          placeholder={t('timeline.search')}
          className="max-w-72 flex-1"
        />
        <span className="tabular ml-auto text-sm whitespace-nowrap text-quiet" aria-live="off">
          {t('timeline.eventCount', { n: count })}
        </span>
      </div>
      {count === 0 ? (
        <p className="p-4 text-quiet">
          {t(search === '' && types === 'notable' ? 'timeline.noEventsYet' : 'timeline.noEvents')}
        </p>
      ) : (
        <EventRows
          key={`${types} ${search}`}
          events={filter.found}
          count={count}
          writeTick={(n) => formatNumber(language, n)}
        />
      )}
    </div>
  );
}
