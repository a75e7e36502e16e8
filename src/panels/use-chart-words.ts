import { useMemo } from 'react';
import { useT } from '../i18n/use-t';
import type { ChartWords } from '../ui/charts/ChartFrame';

export function useChartWords(): ChartWords {
  const { t } = useT();
  return useMemo(
    () => ({
      asTable: t('panels.asTable'),
      asChart: t('panels.asChart'),
      copy: t('panels.copy'),
      copySvg: t('panels.copySvg'),
      copyPng: t('panels.copyPng'),
      copyCsv: t('panels.copyCsv'),
      copied: t('panels.copied'),
      downloaded: t('panels.downloaded'),
    }),
    [t],
  );
}
