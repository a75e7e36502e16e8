import type { PipelineNode } from '../../graph/document';
import type { ParamIssue } from '../../graph/kind-shape';
import { nodeName } from '../../graph/node-name';
import type { Problem } from '../../graph/problem';
import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { AnySpec, Control, FormField } from './kind';

/** What a control accepts, as a remedy. */
function controlHint(control: Control): Text {
  switch (control.type) {
    case 'number': {
      const { min, max } = control;
      const what = control.integer === true ? text('a whole number', '정수를') : text('a number', '숫자를');
      const or = control.nullable === true ? text(', or leave it empty', ' 입력하거나 비워') : text('', ' 입력해');
      const [en, ko] =
        min !== undefined && max !== undefined
          ? [` from ${min} to ${max}`, `${min} 이상 ${max} 이하의 `]
          : min !== undefined
            ? [` of at least ${min}`, `${min} 이상의 `]
            : max !== undefined
              ? [` of at most ${max}`, `${max} 이하의 `]
              : ['', ''];
      return text(`Enter ${what.en}${en}${or.en}.`, `${ko}${what.ko}${or.ko} 주세요.`);
    }
    case 'toggle':
      return text('Switch it on or off.', '켜거나 꺼 주세요.');
    case 'text':
      return text('Enter a text.', '글자를 입력해 주세요.');
    case 'choice': {
      const written = control.options.map(({ value }) => `"${value}"`).join(', ');
      return text(
        `Choose one of: ${control.options.map((option) => option.label.en).join(', ')} (in a file ${written}).`,
        `다음 중 하나를 골라 주세요: ${control.options.map((option) => option.label.ko).join(', ')} (파일에서는 ${written}).`,
      );
    }
    case 'column':
      return text('Choose a column.', '열을 골라 주세요.');
    case 'columns':
      return text('Choose columns from the list.', '목록에서 열을 골라 주세요.');
    case 'numbers':
      return text(
        `Enter up to ${counted(control.maxLength, 'whole number')} from ${control.min} to ${control.max}.`,
        `${control.min} 이상 ${control.max} 이하의 정수를 최대 ${control.maxLength}개 입력해 주세요.`,
      );
    case 'file':
      return text('Choose the file again.', '파일을 다시 선택해 주세요.');
    case 'dataSet':
      return text('Choose a data set of the data lake.', '데이터 레이크에 있는 데이터 세트를 골라 주세요.');
    case 'dataVersion':
      return text(
        'Choose a version, or give 8 to 64 digits of its hash.',
        '버전을 고르거나 버전 해시의 8~64자리를 적어 주세요.',
      );
    case 'words':
      return text('Enter a list of words.', '단어 목록을 입력해 주세요.');
    case 'perValue':
      return text(
        `Give each group a number from ${control.min} to ${control.max}.`,
        `집단마다 ${control.min} 이상 ${control.max} 이하의 숫자를 입력해 주세요.`,
      );
    case 'perColumn': {
      const names = control.fields.map(({ name }) => `"${name}"`).join(', ');
      return text(`Give each column what it is to have: ${names}.`, `열마다 다음 설정을 적어 주세요: ${names}.`);
    }
  }
}

/** How long it may be, as a further sentence. */
function limitHint({ of, least, most }: NonNullable<ParamIssue['limit']>): Text {
  const [one, ko] = of === 'characters' ? ['character', '자'] : ['item', '개'];
  return most === undefined
    ? text(`It takes at least ${counted(least ?? 0, one)}.`, `${least ?? 0}${ko} 이상이어야 해요.`)
    : text(`It takes at most ${counted(most, one)}.`, `${most}${ko} 이하여야 해요.`);
}

const together = (a: Text, b: Text): Text => text(`${a.en} ${b.en}`, `${a.ko} ${b.ko}`);

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ');

function unknownNames(
  spec: AnySpec,
  { path, unknown = [] }: ParamIssue,
  name: Text,
): Pick<Problem, 'message' | 'hint'> {
  const names = quoted(unknown);
  const [param, ...within] = path;
  const field = param === undefined ? undefined : spec.form[param];
  if (field === undefined)
    return {
      message: text(
        `“${name.en}” has no ${unknown.length === 1 ? 'setting' : 'settings'} ${names}.`,
        `“${name.ko}” 노드에는 ${names} 설정이 없어요.`,
      ),
      hint: text(
        `Take it out of the file, or reset this node. Its settings are: ${Object.keys(spec.form).join(', ')}.`,
        `파일에서 지우거나 이 노드를 기본값으로 되돌려 주세요. 있는 설정: ${Object.keys(spec.form).join(', ')}.`,
      ),
    };
  const at = within.length === 0 ? text('', '') : text(` at "${within.join('.')}"`, `의 "${within.join('.')}" 자리`);
  return {
    message: text(
      `“${field.label.en}” of “${name.en}” takes no ${names}${at.en}.`,
      `“${name.ko}” 노드의 “${field.label.ko}” 값${at.ko}에는 ${names} 항목이 없어요.`,
    ),
    hint: controlHint(field.control),
  };
}

/** The control of a part of a param, and what that part is called; the param's own where it has none. */
function partOf(
  { control, label }: FormField<never>,
  within: readonly string[],
): Pick<FormField<never>, 'control' | 'label'> {
  const [column, name] = within;
  const part = control.type === 'perColumn' ? control.fields.find((field) => field.name === name) : undefined;
  if (part === undefined || column === undefined) return { control, label };
  return {
    control: part.control,
    label: text(`${label.en}, ${column}, ${part.label.en}`, `${label.ko}, ${column}, ${part.label.ko}`),
  };
}

function refused(spec: AnySpec, issue: ParamIssue, name: Text): Pick<Problem, 'message' | 'hint'> {
  const [param = '', ...within] = issue.path;
  const field = Object.hasOwn(spec.form, param) ? spec.form[param] : undefined;
  const given = issue.given === undefined ? null : issue.given;
  if (field === undefined)
    return {
      message: text(`The settings of “${name.en}” do not fit.`, `“${name.ko}” 노드의 설정값이 올바르지 않아요.`),
      hint: text('Reset this node to its defaults.', '이 노드를 기본값으로 되돌려 주세요.'),
    };
  const { control, label } = partOf(field, within);
  const message =
    given === null
      ? text(
          `“${label.en}” of “${name.en}” lacks "${within.join('.')}".`,
          `“${name.ko}” 노드의 “${label.ko}” 값에 "${within.join('.')}" 항목이 없어요.`,
        )
      : text(
          `“${label.en}” of “${name.en}” cannot be ${given}.`,
          `“${name.ko}” 노드의 “${label.ko}” 값으로 쓸 수 없어요: ${given}.`,
        );
  return {
    message,
    hint: issue.limit === undefined ? controlHint(control) : together(controlHint(control), limitHint(issue.limit)),
  };
}

/** One problem for each parameter that does not parse. */
export function paramProblems(spec: AnySpec, issues: readonly ParamIssue[], node: PipelineNode): Problem[] {
  const name = nodeName(node, spec.title);
  const byParam = new Map<string, Problem>();
  for (const issue of issues) {
    const param = issue.path[0] ?? '';
    if (byParam.has(param)) continue;
    byParam.set(param, {
      code: 'bad-param',
      severity: 'error',
      nodeId: node.id,
      ...(param === '' ? {} : { param }),
      ...(issue.unknown === undefined ? refused(spec, issue, name) : unknownNames(spec, issue, name)),
    });
  }
  return [...byParam.values()];
}
