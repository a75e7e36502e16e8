import { describe, expect, it } from 'vitest';
import { asWritten } from '../../lib/as-written';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { eventsCsv, eventsJson } from './export-events';

const event: LiveEvent = {
  index: 0,
  tick: 7,
  time: Date.UTC(2026, 0, 1),
  nodeId: 'gate',
  type: 'gate',
  reason: asWritten({ en: 'Held, “no” gain', ko: '보류' }),
  figures: { rows: 300, pValue: null },
};

describe('exported events', () => {
  it('are rows of CSV with their figures as JSON', () => {
    const [head, row] = eventsCsv([event], () => 'Gate, the first').split('\r\n');
    expect(head).toBe('tick,time,type,nodeId,node,reason,reasonKo,figures');
    expect(row).toBe(
      '7,2026-01-01T00:00:00.000Z,gate,gate,"Gate, the first","Held, “no” gain",보류,"{""rows"":300,""pValue"":null}"',
    );
  });

  it('are JSON as the run report holds them', () => {
    expect(JSON.parse(eventsJson([event]))).toEqual([
      {
        tick: 7,
        type: 'gate',
        nodeId: 'gate',
        time: '2026-01-01T00:00:00.000Z',
        reason: 'Held, “no” gain',
        reasonKo: '보류',
        message: event.reason,
        rows: 300,
        pValue: null,
      },
    ]);
  });
});
