import { useEffect } from 'react';
import { formatPercent } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { useDocument } from '../store/document/document-store';
import { useRun } from '../store/run/run-store';

/** The tab says which pipeline it holds, and how far its run is. */
export function useTitle(): void {
  const { t, language } = useT();
  const name = useDocument((state) => state.document.name);
  const percent = useRun((state) => (state.running ? Math.floor(state.progress * 100) : null));
  const failed = useRun((state) => state.lastStatus === 'failed');
  const called = name === '' ? t('app.untitled') : name;
  useEffect(() => {
    const mark = percent !== null ? `${formatPercent(language, percent / 100, 0)} · ` : failed ? '✕ ' : '';
    document.title = `${mark}${called} · Millrace`;
  }, [called, percent, failed, language]);
}
