import { type Text, text } from '../../../lib/text';
import type { TestName } from './compare';

/** What the tests are called that a challenger is compared by. */
export const TEST_NAMES: Readonly<Record<TestName, Text>> = {
  mcnemar: text('McNemar', '맥니마 검정'),
  'paired-t': text('paired t', '대응표본 t 검정'),
  wilcoxon: text('Wilcoxon', '윌콕슨 검정'),
  bootstrap: text('bootstrap', '부트스트랩'),
  none: text('no test', '검정 없음'),
};
