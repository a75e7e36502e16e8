import { count } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import type { Field } from '../../../table/table';

/** A data set shipped under `public/samples`, known well enough to plan with before it is read. */
export interface Sample {
  readonly title: Text;
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
    licence: UCI,
    rows: 150,
    fields: [
      ...numbers(['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)']),
      classes('species', ['setosa', 'versicolor', 'virginica']),
    ],
  },
  wine: {
    title: text('Wine', '와인'),
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

/** How large it is, in rows and columns. */
export const sizeOf = ({ rows, fields }: Sample): string => `${count(rows)} × ${fields.length}`;
