import type { Text } from '../../../lib/text';
import { text } from '../../../lib/text';
import type { Field } from '../../../table/table';

/** A data set shipped under `public/samples`, known well enough to plan with before it is read. */
export interface Sample {
  readonly title: Text;
  readonly task: Text;
  readonly licence: string;
  readonly rows: number;
  readonly fields: readonly Field[];
}

const numbers = (names: readonly string[]): Field[] => names.map((name) => ({ name, type: 'number', role: null }));
const classes = (name: string, categories: readonly string[]): Field => ({
  name,
  type: 'category',
  role: 'target',
  categories,
});

const CELL_TRAITS =
  'radius|texture|perimeter|area|smoothness|compactness|concavity|concave points|symmetry|fractal dimension'.split('|');
const PIXELS: readonly Field[] = Array.from({ length: 64 }, (_, i) => ({
  name: `pixel_${Math.floor(i / 8)}_${i % 8}`,
  type: 'integer',
  role: null,
}));

const UCI = 'CC BY 4.0 (UCI Machine Learning Repository)';

/** Every sample, by the name of its file. */
const SAMPLES = {
  iris: {
    title: text('Iris', '붓꽃'),
    task: text('three species from four measures', '네 가지 측정값으로 품종 셋을 분류'),
    licence: UCI,
    rows: 150,
    fields: [
      ...numbers(['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)']),
      classes('species', ['setosa', 'versicolor', 'virginica']),
    ],
  },
  wine: {
    title: text('Wine', '와인'),
    task: text('three cultivars from a chemical analysis', '화학 분석값으로 포도 품종 셋을 분류'),
    licence: UCI,
    rows: 178,
    fields: [
      ...numbers([
        'alcohol',
        'malic_acid',
        'ash',
        'alcalinity_of_ash',
        'magnesium',
        'total_phenols',
        'flavanoids',
        'nonflavanoid_phenols',
        'proanthocyanins',
        'color_intensity',
        'hue',
        'od280/od315_of_diluted_wines',
        'proline',
      ]),
      classes('cultivar', ['class_0', 'class_1', 'class_2']),
    ],
  },
  breast_cancer: {
    title: text('Breast cancer', '유방암 진단'),
    task: text('benign or malignant from cell measures', '세포 측정값으로 양성과 악성을 분류'),
    licence: UCI,
    rows: 569,
    fields: [
      ...numbers(CELL_TRAITS.map((trait) => `mean ${trait}`)),
      ...numbers(CELL_TRAITS.map((trait) => `${trait} error`)),
      ...numbers(CELL_TRAITS.map((trait) => `worst ${trait}`)),
      classes('diagnosis', ['benign', 'malignant']),
    ],
  },
  digits8x8: {
    title: text('Digits 8×8', '손글씨 숫자 8×8'),
    task: text('ten digits from 64 pixels', '64개 픽셀로 숫자 열 가지를 분류'),
    licence: UCI,
    rows: 1797,
    fields: [
      ...PIXELS,
      classes(
        'digit',
        Array.from({ length: 10 }, (_, i) => String(i)),
      ),
    ],
  },
  diabetes_progression: {
    title: text('Diabetes progression', '당뇨병 진행'),
    task: text('progression after a year, as a number', '1년 뒤 진행 정도를 수로 예측'),
    licence: 'BSD 3-Clause (scikit-learn)',
    rows: 442,
    fields: [
      ...numbers(['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6']),
      { name: 'progression', type: 'number', role: 'target' },
    ],
  },
} as const satisfies Readonly<Record<string, Sample>>;

export type SampleName = keyof typeof SAMPLES;

/** The names of {@link SAMPLES}, in the order they are offered. */
export const SAMPLE_NAMES = [
  'iris',
  'wine',
  'breast_cancer',
  'digits8x8',
  'diabetes_progression',
] as const satisfies readonly SampleName[];

/** The sample of that name, seen as what all samples have in common. */
export const sampleNamed = (name: SampleName): Sample => SAMPLES[name];
