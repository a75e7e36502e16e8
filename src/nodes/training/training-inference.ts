import type { Problem } from '../../graph/problem';
import type { ModelSchema, TableSchema } from '../../graph/schema-types';
import { compareByCodePoint } from '../../lib/code-points';
import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { Mend } from '../../table/notes';
import type { Field } from '../../table/table';
import { TYPE_NAMES } from '../../table/type-names';
import { type Inferred, type InputSchemas, tableAt } from '../contract/kind';

type TaskChoice = 'auto' | 'classification' | 'regression';

/** What a training kind makes, in words that a sentence can go on with, and what that reads: rows of numbers, or one image a row. */
export interface Learner {
  readonly name: Text;
  readonly reads: 'numbers' | 'image';
  /** Set where it cannot learn quantities. */
  readonly predicts?: 'classes';
}

/** Problems and the model's schema, from the table's schema alone. */
export function inferTraining(inputs: InputSchemas, task: TaskChoice, learner: Learner): Inferred {
  const schema = tableAt(inputs, 'table');
  if (schema === undefined) return { outputs: {}, problems: [] };
  const target = schema.fields.find((field) => field.role === 'target');
  const problems = [...targetProblems(schema, target, task, learner), ...featureProblems(schema, learner)];
  const model = target === undefined ? undefined : modelSchema(target, task);
  return { outputs: { model: model === undefined ? undefined : { ...model, table: schema } }, problems };
}

/** Undefined where only the data can tell: whole numbers, and words that are not known yet. */
function modelSchema(target: Field, task: TaskChoice): ModelSchema | undefined {
  const { name, type, categories } = target;
  if (task === 'regression' || (task === 'auto' && type === 'number'))
    return { type: 'model', task: 'regression', target: name };
  if (type === 'boolean') return { type: 'model', task: 'binary', target: name, classes: ['false', 'true'] };
  if (type !== 'category' || categories === undefined || categories.length < 2) return undefined;
  const classes = [...categories].sort(compareByCodePoint);
  return { type: 'model', task: classes.length === 2 ? 'binary' : 'multiclass', target: name, classes };
}

function targetProblems(
  schema: TableSchema,
  target: Field | undefined,
  task: TaskChoice,
  { name, predicts }: Learner,
): readonly Problem[] {
  if (target === undefined) {
    if (!schema.complete) return [];
    return [
      {
        code: 'no-target',
        severity: 'error',
        message: text('No column is marked as the target.', '목표로 지정된 열이 없어요.'),
        hint: text(
          'Give one column the role “target” in “Choose columns”.',
          '‘열 고르기’에서 한 열의 역할을 ‘목표’로 정하세요.',
        ),
      },
    ];
  }
  const words = target.type === 'category' || target.type === 'text';
  if (target.type === 'image' || target.type === 'date' || (task === 'regression' && words)) {
    const type = TYPE_NAMES[target.type];
    return [
      {
        code: 'target-type',
        severity: 'error',
        column: target.name,
        ...(words ? { param: 'task' } : {}),
        message: text(
          `The target “${target.name}” is of type ${type.en}, which ${words ? 'regression' : name.en} cannot predict.`,
          korean`목표 “${target.name}”은(는) ${type.ko} 유형인데 ${words ? '회귀' : name.ko}에서는 예측할 수 없어요.`,
        ),
        hint: words
          ? text(
              'Choose the task “Classification”, or another target.',
              '작업을 ‘분류’로 바꾸거나 다른 목표를 고르세요.',
            )
          : text('Choose another target in “Choose columns”.', '‘열 고르기’에서 다른 목표를 고르세요.'),
      },
    ];
  }
  if (predicts === 'classes' && target.type === 'number') {
    return [
      {
        code: 'target-not-classes',
        severity: 'error',
        column: target.name,
        message: text(
          `The target “${target.name}” is a quantity, and this model only tells classes apart.`,
          korean`목표 “${target.name}”은(는) 수치인데 이 모델은 클래스만 예측할 수 있어요.`,
        ),
        hint: text(
          'Give the column the type “category” in “Choose columns”, or train another model.',
          '‘열 고르기’에서 열 유형을 ‘범주’로 바꾸거나 다른 모델을 학습해 주세요.',
        ),
      },
    ];
  }
  return [];
}

function featureProblems(schema: TableSchema, learner: Learner): readonly Problem[] {
  const features = schema.fields.filter((field) => field.role === null);
  const images = features.filter((field) => field.type === 'image');
  if (features.length === 0) {
    if (!schema.complete) return [];
    return [
      {
        code: 'no-features',
        severity: 'error',
        message: text('No column is left to learn from.', '학습에 쓸 특성 열이 없어요.'),
        hint: text('Keep at least one column that is not the target.', '목표가 아닌 열을 하나 이상 남기세요.'),
      },
    ];
  }
  return learner.reads === 'image'
    ? imageProblems(schema, features, images, learner)
    : numberProblems(schema, features, images, learner);
}

function imageProblems(
  schema: TableSchema,
  features: readonly Field[],
  images: readonly Field[],
  { name }: Learner,
): readonly Problem[] {
  if (images.length === 0) {
    if (!schema.complete) return [];
    return [
      {
        code: 'no-image',
        severity: 'error',
        message: text(
          'This network reads images, and the table has none.',
          '이 신경망은 이미지를 읽지만 표에 이미지가 없어요.',
        ),
        hint: text(
          'Turn pixel columns into an image first, or use “Train dense network”.',
          '먼저 픽셀 열을 이미지로 바꾸거나 ‘심층 신경망 학습’을 쓰세요.',
        ),
      },
    ];
  }
  const other = features.find((field) => field !== images[0]);
  if (other === undefined) return [];
  return [
    {
      code: 'image-among-columns',
      severity: 'error',
      column: other.name,
      message: text(
        `Column “${other.name}” cannot go into ${name.en} beside an image.`,
        `“${other.name}” 열은 이미지와 함께 ${name.ko}에 넣을 수 없어요.`,
      ),
      hint: text(
        'Keep only one image column and the target in “Choose columns”.',
        '‘열 고르기’에서 이미지 열 하나와 목표만 남기세요.',
      ),
    },
  ];
}

function numberProblems(
  { passedOver = [] }: TableSchema,
  features: readonly Field[],
  images: readonly Field[],
  { name }: Learner,
): readonly Problem[] {
  const [image] = images;
  if (image !== undefined) {
    return [
      {
        code: 'image-for-numbers',
        severity: 'error',
        column: image.name,
        message: text(
          `Column “${image.name}” holds images; ${name.en} reads numbers.`,
          `“${image.name}” 열은 이미지인데 ${name.ko}에는 숫자만 넣을 수 있어요.`,
        ),
        hint: text('Use “Train image network” for images.', '이미지에는 ‘합성곱 신경망 학습’을 쓰세요.'),
      },
    ];
  }
  const words = features.filter(({ type }) => type === 'category' || type === 'text');
  const passed = words.filter((field) => passedOver.includes(field.name));
  const others = words.filter((field) => !passed.includes(field));
  return [
    ...leftOver(others, 'column-not-numeric', name, NOT_ENCODED, ENCODE),
    ...leftOver(passed, 'column-not-numeric', name, PASSED_OVER),
    ...leftOver(
      features.filter(({ type }) => type === 'date'),
      'date-among-features',
      name,
      text(
        'Drop it, or give it the role “time”, in “Choose columns”.',
        '‘열 고르기’에서 빼거나 역할을 ‘시간’으로 정하세요.',
      ),
    ),
  ];
}

const NOT_ENCODED = text(
  'Add “Encode categories” before this node, or drop it in “Choose columns”.',
  '이 노드 앞에 ‘범주 인코딩’을 넣거나 ‘열 고르기’에서 빼세요.',
);
const ENCODE: Mend = {
  type: 'insert',
  kind: 'prepare.encode',
  before: 'this',
  label: text('Encode categories', '범주 인코딩 넣기'),
};
/** Where that node stands already, and takes other columns. */
const PASSED_OVER = text(
  '“Encode categories” before this node passes it over: choose it there, or drop it in “Choose columns”.',
  '앞의 ‘범주 인코딩’이 이 열을 건너뛰어요. 거기서 이 열을 고르거나 ‘열 고르기’에서 빼세요.',
);

/** One problem for all columns of a sort: it names the first, and the remedy. */
function leftOver(
  fields: readonly Field[],
  code: 'column-not-numeric' | 'date-among-features',
  learner: Text,
  hint: Text,
  mend?: Mend,
): readonly Problem[] {
  const [first] = fields;
  if (first === undefined) return [];
  const more = fields.length - 1;
  const type = TYPE_NAMES[first.type];
  return [
    {
      code,
      severity: 'error',
      column: first.name,
      message: text(
        `Column “${first.name}”${more > 0 ? ` and ${more} more` : ''} of type ${type.en}: ${learner.en} reads numbers.`,
        korean`“${first.name}” 열${more > 0 ? ` 외 ${more}개` : ''}은(는) ${type.ko} 유형인데 ${learner.ko}에는 숫자만 넣을 수 있어요.`,
      ),
      hint,
      ...(mend && { mend }),
    },
  ];
}
