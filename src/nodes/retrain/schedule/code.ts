import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { firesWhen } from '../../triggers/loop-words';
import { cronWords, scheduleSpec } from './spec';

export const scheduleCode = defineCode(scheduleSpec, {
  loop: (params) =>
    firesWhen(
      text(
        `when a time of the cron schedule “${cronWords(params)}” (UTC) lies in the tick`,
        `cron 일정 “${cronWords(params)}”(UTC)의 시각이 그 틱에 들어 있으면`,
      ),
      params,
    ),
});
