import { type Text, text } from '../../lib/text';
import type { Option } from '../contract/kind';

/** Measures that the loop follows: of classes, then of numbers. */
export const CLASS_MEASURES = ['accuracy', 'balancedAccuracy', 'macroF1', 'kappa'] as const;
export const NUMBER_MEASURES = ['rmse', 'mae', 'r2'] as const;
export const MEASURES = [...CLASS_MEASURES, ...NUMBER_MEASURES] as const;
export type MeasureName = (typeof MEASURES)[number];

const NAMES: Readonly<Record<MeasureName, Text>> = {
  accuracy: text('accuracy', '정확도'),
  balancedAccuracy: text('balanced accuracy', '균형 정확도'),
  macroF1: text('macro-F1', '매크로 F1 점수'),
  kappa: text('kappa', '카파 계수'),
  rmse: text('RMSE', '평균 제곱근 오차(RMSE)'),
  mae: text('MAE', '평균 절대 오차(MAE)'),
  r2: text('R²', '결정 계수(R²)'),
};

const isMeasure = (name: string): name is MeasureName => name in NAMES;

/** What a measure is called inside a sentence; a name that is not known here is left as it is. */
export const measureName = (name: string): Text => (isMeasure(name) ? NAMES[name] : text(name, name));

/** Whether less of it is better: an error. */
export const lessIsBetter = (name: string): boolean => name === 'rmse' || name === 'mae';

/** For a form: the headline first, then every measure. */
export const measureOptions: readonly Option[] = [
  { value: 'headline', label: text('Headline (accuracy or RMSE)', '대표 지표(정확도 또는 RMSE)') },
  ...MEASURES.map((value) => ({ value, label: capitalised(NAMES[value]) })),
];

function capitalised({ en, ko }: Text): Text {
  return text(en.charAt(0).toUpperCase() + en.slice(1), ko);
}
