import { useEffect } from 'react';
import { formatNumber } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { isOn, useLive } from '../store/live-store';
import { useToast } from '../ui/Toasts';

/** Says how the loop ended, where a person did not end it. */
export function useLiveNews(): void {
  const { t, say, language } = useT();
  const toast = useToast();
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
