import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import type { lakeSpec } from './spec';

export const lakeHelp: HelpOf<typeof lakeSpec> = {
  kind: text(
    'Reads a data set of the data lake: raw data that is updated regularly, kept as versions that never change. Leave the version empty to read the newest rows on each run, or name one to run on the same rows for good.',
    '정기적으로 갱신되는 원시 데이터를 모아 둔 데이터 레이크에서 데이터 세트를 읽어요. 한번 만든 버전은 바뀌지 않아요. 버전을 비우면 실행할 때마다 가장 새 행을 읽고, 버전을 적으면 늘 같은 행으로 실행해요.',
  ),
  fields: {
    name: text('Its name in the data lake.', '데이터 레이크에 있는 이름이에요.'),
    version: text(
      'The newest is what there is when it runs; a version is read for good.',
      '가장 새 버전은 실행할 때마다 달라질 수 있고, 버전을 고르면 늘 같은 행을 읽어요.',
    ),
  },
};
