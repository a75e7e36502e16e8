import { text } from '../../../lib/text';
import type { HelpOf } from '../../contract/help';
import { triggerHelp } from '../../triggers/trigger-help';
import type { scheduleSpec } from './spec';

export const scheduleHelp: HelpOf<typeof scheduleSpec> = {
  kind: text(
    'Fires at set times of the loop’s clock, which is the stream’s own while it is replayed and the wall clock otherwise. Times are UTC. Choose how often, or write cron words.',
    '루프의 시계가 정해진 때가 되면 작동해요. 스트림을 재생할 때는 스트림의 시간을, 그 밖에는 실제 시간을 따라요. 시각은 UTC예요. 주기를 고르거나 cron 표현식을 적으세요.',
  ),
  fields: {
    cron: text(
      'Minute, hour, day of the month, month, day of the week, in UTC: “0 3 * * 1-5” is 3 a.m. on working days.',
      '분, 시, 일, 월, 요일 순서이며 UTC예요. “0 3 * * 1-5”는 평일 오전 3시예요.',
    ),
    ...triggerHelp,
  },
};
