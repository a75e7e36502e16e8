import { useEffect, useRef } from 'react';
import { worded } from '../i18n/worded';
import { text } from '../lib/text';
import { isOn, useLive } from '../store/live/live-store';
import { useNotices } from '../store/view/notice-store';
import { useView } from '../store/view/view-store';
import { useSmallScreen } from './use-media';

/** Brings the live panel forward when a loop goes live for the first time, and says how it ended where a person did not end it. */
export function useLiveNews(): void {
  const small = useSmallScreen();
  const shown = useRef(false);
  useEffect(
    () =>
      useLive.subscribe((now, before) => {
        if (isOn(before) || !isOn(now) || shown.current) return;
        shown.current = true;
        // On a small screen the panel would cover the canvas.
        if (!small) useView.getState().offerDock('live');
      }),
    [small],
  );
  useEffect(
    () =>
      useLive.subscribe((now, before) => {
        if (now.phase === before.phase || !isOn(before)) return;
        const { notify } = useNotices.getState();
        if (now.phase === 'ended' && !now.stopped) {
          notify({ severity: 'info', message: worded('loop.ended'), hint: worded('loop.tick', { n: now.tick }) });
        }
        if (now.phase === 'failed') {
          const { failure } = now;
          const why = failure && {
            hint: text(`${failure.message.en} ${failure.hint.en}`, `${failure.message.ko} ${failure.hint.ko}`),
          };
          notify({ severity: 'error', message: worded('loop.failed'), ...why });
        }
      }),
    [],
  );
}
