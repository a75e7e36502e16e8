import { type Text, text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { SAMPLE_NAMES, type SampleName, sampleNamed, sizeOf } from './samples';
import type { sampleSpec } from './spec';

const TASKS: Readonly<Record<SampleName, Text>> = {
  iris: text('three species from four measures', '네 가지 측정값으로 품종 셋을 분류'),
  wine: text('three cultivars from a chemical analysis', '화학 분석값으로 포도 품종 셋을 분류'),
  breast_cancer: text('benign or malignant from cell measures', '세포 측정값으로 양성과 악성을 분류'),
  digits8x8: text('ten digits from 64 pixels', '64개 픽셀로 숫자 열 가지를 분류'),
  diabetes_progression: text('progression after a year, as a number', '1년 뒤 진행 정도를 수로 예측'),
};

function described(name: SampleName): Text {
  const sample = sampleNamed(name);
  const [size, task] = [sizeOf(sample), TASKS[name]];
  return text(`${size} · ${task.en} · ${sample.licence}`, `${size} · ${task.ko} · ${sample.licence}`);
}

export const sampleHelp: HelpOf<typeof sampleSpec> = {
  kind: text(
    'A well-known data set that comes with Millrace, with its target column already marked. Use it to try a pipeline before you bring data of your own.',
    'Millrace에 들어 있는 잘 알려진 데이터예요. 목표 열이 이미 정해져 있어, 내 데이터를 넣기 전에 파이프라인을 써 보기 좋아요.',
  ),
  options: { name: Object.fromEntries(SAMPLE_NAMES.map((name) => [name, described(name)])) },
};
