import { counted, percent } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';
import { DETECTOR_NAMES, type DetectorName } from '../../contract/monitor-report';
import { shown } from '../../wording/event-figures';
import { measureName } from '../../wording/measure-words';

type Measured = { readonly measure: string; readonly rows: number };
type Found = Measured & { readonly value: number; readonly limit: number };

const found = ({ measure, value, rows }: Found, against: Text): Text => {
  const name = measureName(measure);
  return text(
    `${name.en} ${shown(value)} over ${counted(rows, 'row')}, ${against.en}`,
    `${rows}개 행의 ${name.ko} ${shown(value)}, ${against.ko}`,
  );
};

export const performanceWords = {
  'drift-found': ({ detector, tick }: { readonly detector: DetectorName; readonly tick: number }) => {
    const name = DETECTOR_NAMES[detector];
    return text(`${name} found drift at tick ${tick}`, korean`${name}이(가) ${tick}틱에서 드리프트를 찾음`);
  },
  'no-drift': ({
    detector,
    warns,
    rows,
    since,
  }: {
    readonly detector: DetectorName;
    readonly warns: boolean;
    readonly rows: number;
    /** The tick of the last drift's answer; null where none was found before. */
    readonly since: number | null;
  }) => {
    const name = DETECTOR_NAMES[detector];
    const words = warns
      ? text('warns, but finds no drift', '주의 단계이나 드리프트 없음')
      : text('finds no drift', '드리프트 없음');
    const span =
      since === null
        ? text(`over ${counted(rows, 'labelled row')}`, `라벨이 달린 ${rows}개 행`)
        : text(`since tick ${since}`, `${since}틱 이후`);
    return text(`${name} ${words.en} ${span.en}`, `${name}: ${span.ko}, ${words.ko}`);
  },
  unknown: ({ measure, rows }: Measured) => {
    const name = measureName(measure);
    return text(
      `${name.en} cannot be told from ${counted(rows, 'labelled row')}`,
      korean`라벨이 달린 ${rows}개 행으로는 ${name.ko}을(를) 알 수 없음`,
    );
  },
  'no-reference': ({ measure }: { readonly measure: string }) => {
    const name = measureName(measure);
    return text(
      `the champion came without a figure of its own for ${name.en}`,
      `챔피언이 만들어질 때의 ${name.ko} 수치가 없음`,
    );
  },
  'first-rows': ({ measure, rows, needed }: Measured & { readonly needed: number }) => {
    const name = measureName(measure);
    return text(
      `the champion’s own ${name.en} is known after ${counted(needed, 'labelled row')}, ${rows} so far`,
      korean`챔피언 자체의 ${name.ko}은(는) 라벨이 달린 ${needed}행부터 알 수 있는데 지금은 ${rows}행`,
    );
  },
  'against-bound': (figures: Found) =>
    found(figures, text(`bound ${shown(figures.limit)}`, `기준 ${shown(figures.limit)}`)),
  'against-champion': (
    figures: Found & { readonly worseBy: number; readonly reference: number; readonly chance?: number },
  ) => {
    const own = shown(figures.reference);
    const reference = figures.chance === undefined ? own : `${own} ± ${shown(figures.chance)}`;
    const [limit, share] = [shown(figures.limit), percent(figures.worseBy)];
    return found(
      figures,
      text(
        `bound ${limit}, ${share} worse than the champion’s ${reference}`,
        `기준 ${limit}(챔피언의 ${reference}보다 ${share} 나쁨)`,
      ),
    );
  },
};

export const sayOfPerformance = speaker('performance', performanceWords);
