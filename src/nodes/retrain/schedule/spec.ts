import { z } from 'zod';
import type { Problem } from '../../../graph/problem';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import { checkCron } from '../../triggers/cron-words';
import {
  inferTrigger,
  reportInput,
  restraints,
  signalOutput,
  triggerForm,
  triggerShape,
} from '../../triggers/trigger-params';

/** The cron words of each preset. */
const PRESETS = {
  hourly: '0 * * * *',
  daily: '0 0 * * *',
  weekly: '0 0 * * 1',
  monthly: '0 0 1 * *',
} as const;

const scheduleParams = z.strictObject({
  every: z.enum(['hourly', 'daily', 'weekly', 'monthly', 'cron']).default('daily'),
  cron: z.string().max(200).default('0 3 * * *'),
  ...triggerShape({ minRows: 0, coolDown: 0 }),
});
export type ScheduleParams = z.infer<typeof scheduleParams>;

/** The words that a node goes by. */
export const cronWords = ({ every, cron }: ScheduleParams): string => (every === 'cron' ? cron : PRESETS[every]);

const NAMES = {
  hourly: text('every hour', '매시 정각'),
  daily: text('every day at 00:00', '매일 0시'),
  weekly: text('every Monday at 00:00', '매주 월요일 0시'),
  monthly: text('on the first of the month', '매달 1일 0시'),
} as const;

export const scheduleSpec = defineKind({
  id: 'retrain.schedule',
  version: 1,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'calendar-clock',
  title: text('On schedule', '일정 트리거'),
  keywords: [
    'trigger',
    'schedule',
    'cron',
    'clock',
    'time',
    'nightly',
    '트리거',
    '일정',
    '주기',
    '시간',
    '크론',
    '예약',
  ],
  inputs: [{ ...reportInput, optional: true }],
  outputs: [signalOutput],
  params: scheduleParams,
  form: {
    every: {
      label: text('How often', '주기'),
      control: {
        type: 'choice',
        options: [
          { value: 'hourly', label: text('Every hour', '매시 정각') },
          { value: 'daily', label: text('Every day at 00:00 UTC', '매일 0시(UTC)') },
          { value: 'weekly', label: text('Every Monday at 00:00 UTC', '매주 월요일 0시(UTC)') },
          { value: 'monthly', label: text('On the first of the month', '매달 1일 0시(UTC)') },
          { value: 'cron', label: text('Cron words', 'cron 표현식') },
        ],
      },
    },
    cron: {
      label: text('Cron words', 'cron 표현식'),
      control: { type: 'text', placeholder: text('0 3 * * *', '매일 3시: 0 3 * * *') },
      when: ({ every }) => every === 'cron',
    },
    ...triggerForm,
  },
  summary: (params) => {
    const rest = restraints(params);
    const when = params.every === 'cron' ? text(params.cron, params.cron) : NAMES[params.every];
    return text(`${when.en} (UTC)${rest.en}`, `${when.ko}(UTC)${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params, cronProblems(params)),
});

function cronProblems(params: ScheduleParams): readonly Problem[] {
  const schedule = checkCron(cronWords(params));
  const at = { severity: 'error', param: 'cron' } as const;
  if (!schedule.ok) {
    const hint = text(
      'Write five parts, for example “0 3 * * *” for 3 a.m. every day.',
      '다섯 부분으로 적으세요. 매일 오전 3시는 “0 3 * * *”이에요.',
    );
    return [{ code: 'bad-cron', ...at, message: schedule.message, hint }];
  }
  if (schedule.comes) return [];
  return [
    {
      code: 'cron-never',
      ...at,
      message: text(`“${params.cron}” names a day that never comes.`, `“${params.cron}”에 맞는 날은 오지 않아요.`),
      hint: text('Choose a day that the month has.', '그 달에 있는 날짜로 바꾸세요.'),
    },
  ];
}
