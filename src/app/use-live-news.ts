import { useEffect, useRef } from 'react';
import { formatNumber } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { isOn, useLive } from '../store/live/live-store';
import { useView } from '../store/view/view-store';
import { useToast } from '../ui/Toasts';
import { useSmallScreen } from './use-media';

/** Brings the live panel forward when a loop goes live for the first time, and says how it ended where a person did not end it. */
export function useLiveNews(): void {
  const { t, say, language } = useT();
  const toast = useToast();
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
        if (now.phase === 'ended' && !now.stopped) {
          toast({ title: t('loop.ended'), detail: t('loop.tick', { n: formatNumber(language, now.tick) }) });
        }
        if (now.phase === 'failed') {
          const { failure } = now;
          const why = failure === null ? {} : { detail: `${say(failure.message)} ${say(failure.hint)}` };
          toast({ tone: 'failed', title: t('loop.failed'), ...why });
        }
      }),
    [t, say, language, toast],
  );
}
