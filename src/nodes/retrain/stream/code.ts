import { count, counted, percent, plural } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { line, py } from '../../python/py';
import { readTable } from '../../python/read-rows';
import { type StreamParams, streamSpec } from './spec';

export const streamCode = defineCode(streamSpec, {
  python({ params, inputs: { table }, output, name }) {
    const schema = output('table');
    if (schema?.type !== 'table') throw new Error('the columns of a history are known');
    const ordered = name('ordered');
    const history = name('history');
    const time = params.order === 'time' ? timeColumn(table.schema.fields, params) : null;
    const rows =
      params.history === 'rows'
        ? py`${ordered}.head(${params.historyRows})`
        : py`${ordered}.head(int(len(${ordered}) * ${params.historyShare}))`;
    return {
      writes: 'lines',
      lines: [
        line(
          time === null
            ? py`${ordered} = ${table.frame}.reset_index(drop=True)`
            : py`${ordered} = ${table.frame}.sort_values(${time}, kind=${'stable'}).reset_index(drop=True)`,
          time === null
            ? text('The rows in the order in which they come.', '들어오는 순서대로 놓인 행이에요.')
            : text(`The rows in order of “${time}”.`, `“${time}” 순서로 놓인 행이에요.`),
        ),
        line(
          py`${history} = ${rows}`,
          text(
            'The first rows are the history that the model is trained on; the rest come in while the loop plays.',
            '앞부분은 모델을 학습시키는 이력이고, 나머지는 루프를 재생하는 동안 들어와요.',
          ),
        ),
      ],
      outputs: { table: { ...readTable(schema, history), images: table.images } },
    };
  },
  loop(params) {
    const labels = labelsOf(params);
    return text(`${rowsOf(params).en} ${labels.en}`, `${rowsOf(params).ko} ${labels.ko}`);
  },
});

function timeColumn(
  fields: readonly { readonly name: string; readonly role: string | null }[],
  { timeColumn: chosen }: StreamParams,
): string {
  return chosen === '' ? (fields.find(({ role }) => role === 'time')?.name ?? '') : chosen;
}

function rowsOf({ batchRows, follow }: StreamParams): Text {
  const next = count(batchRows);
  const set = follow.trim();
  return set === ''
    ? text(
        `the next ${next} ${plural(batchRows, 'row comes', 'rows come')} in, as long as there are any.`,
        `다음 ${next}행이 들어와요. 행이 남아 있는 동안이에요.`,
      )
    : text(
        `the next ${next} ${plural(batchRows, 'row comes', 'rows come')} in, and after the last one those that are appended to the data set “${set}”.`,
        `다음 ${next}행이 들어오고, 마지막 행 다음에는 데이터 세트 “${set}”에 추가되는 행이 들어와요.`,
      );
}

function labelsOf({ labelDelay, labelShare }: StreamParams): Text {
  const never =
    labelShare >= 1
      ? text('', '')
      : text(
          `; ${percent(1 - labelShare)} of them never get one`,
          `${percent(1 - labelShare)}의 행에는 끝까지 오지 않아요.`,
        );
  return labelDelay === 0
    ? text(
        `Their labels are known once they are answered${never.en}.`,
        `정답은 답한 뒤에 곧바로 알 수 있어요. ${never.ko}`.trim(),
      )
    : text(
        `Their labels come ${counted(labelDelay, 'tick')} later${never.en}.`,
        `정답은 ${labelDelay}틱 뒤에 도착해요. ${never.ko}`.trim(),
      );
}
