import type { ParamIssue } from '../../graph/kind-shape';
import type { Problem } from '../../graph/problem';
import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { AnySpec, Control } from './kind';

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
      return text('Enter a text that fits.', '알맞은 글자를 입력해 주세요.');
    case 'choice':
      return text(
        `Choose one of: ${control.options.map((option) => option.label.en).join(', ')}.`,
        `다음 중 하나를 골라 주세요: ${control.options.map((option) => option.label.ko).join(', ')}.`,
      );
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
    case 'perColumn':
      return text('Set the columns again.', '열별 설정을 다시 해 주세요.');
  }
}

/** One problem for each parameter that does not parse. */
export function paramProblems(spec: AnySpec, issues: readonly ParamIssue[], nodeId: string): Problem[] {
  const byParam = new Map<string, Problem>();
  for (const issue of issues) {
    const param = issue.param.split('.')[0] ?? '';
    const field = Object.hasOwn(spec.form, param) ? spec.form[param] : undefined;
    if (byParam.has(param)) continue;
    byParam.set(param, {
      code: 'bad-param',
      severity: 'error',
      nodeId,
      ...(param === '' ? {} : { param }),
      message:
        field === undefined
          ? text(
              param === ''
                ? `The settings do not fit: ${issue.message}.`
                : `The setting "${param}" does not fit: ${issue.message}.`,
              param === '' ? '설정값이 올바르지 않아요.' : `"${param}" 설정값이 올바르지 않아요.`,
            )
          : text(`"${field.label.en}" does not fit: ${issue.message}.`, `"${field.label.ko}" 값이 올바르지 않아요.`),
      hint:
        field === undefined
          ? text('Reset this node to its defaults.', '이 노드를 기본값으로 되돌려 주세요.')
          : controlHint(field.control),
    });
  }
  return [...byParam.values()];
}
