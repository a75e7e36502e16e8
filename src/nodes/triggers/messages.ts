import { counted, plural } from '../../lib/figures';
import { type Message, type Speech, speaker } from '../../lib/message';
import { text } from '../../lib/text';

type Because = {
  /** What the condition found; no whole sentence. */
  readonly why: Message;
};

/** What every trigger says of its decision. */
export const triggerWords = {
  'no-report': () => text('Waits for the monitor’s report.', '모니터의 보고서를 기다려요.'),
  fired: ({ why }: Because, speech: Speech) => {
    const { en, ko } = speech.words(why);
    return text(`Fired: ${en}.`, `작동했어요: ${ko}.`);
  },
  'not-fired': ({ why }: Because, speech: Speech) => {
    const { en, ko } = speech.words(why);
    return text(`Did not fire: ${en}.`, `작동하지 않았어요: ${ko}.`);
  },
  'too-few-rows': (
    {
      why,
      rows,
      minRows,
      since,
    }: Because & { readonly rows: number; readonly minRows: number; readonly since: string },
    speech: Speech,
  ) => {
    const { en, ko } = speech.words(why);
    const last = since === 'firing' ? text('firing', '작동') : text('champion', '챔피언');
    return text(
      `Would fire (${en}), but ${rows} of ${counted(minRows, 'labelled row')} since the last ${last.en}.`,
      `작동할 조건이지만(${ko}), 마지막 ${last.ko} 이후 라벨이 달린 행이 ${minRows}개 중 ${rows}개뿐이에요.`,
    );
  },
  'backed-off': (
    { why, holds, batches }: Because & { readonly holds: number; readonly batches: number },
    speech: Speech,
  ) => {
    const { en, ko } = speech.words(why);
    const were = `${counted(holds, 'challenger')} trained for this ${plural(holds, 'was', 'were')}`;
    return text(
      `Would fire (${en}), but ${were} held: it asks again in ${counted(batches, 'batch', 'batches')}, and waits twice as long after every hold.`,
      `작동할 조건이지만(${ko}), 이 때문에 학습한 도전자 ${holds}개가 승격되지 않아 ${batches}배치 뒤에 다시 요청해요. 승격되지 않을 때마다 두 배로 기다려요.`,
    );
  },
  /** The firing would be lost: what hears it waits for rows already, and learns from the newest then. */
  awaited: ({ why, since, rows }: Because & { readonly since: number; readonly rows: number }, speech: Speech) => {
    const { en, ko } = speech.words(why);
    return text(
      `Would fire (${en}), but the training asked for in tick ${since} still waits for ${counted(rows, 'more labelled row')}.`,
      `작동할 조건이지만(${ko}), ${since}틱에 요청한 학습이 라벨이 달린 행을 아직 ${rows}개 더 기다려요.`,
    );
  },
  'cool-down': (
    { why, batches, coolDown }: Because & { readonly batches: number; readonly coolDown: number },
    speech: Speech,
  ) => {
    const { en, ko } = speech.words(why);
    return text(
      `Would fire (${en}), but ${batches} of ${counted(coolDown, 'batch', 'batches')} of its cool-down have passed.`,
      `작동할 조건이지만(${ko}), 쉬는 시간 ${coolDown}배치 중 ${batches}배치만 지났어요.`,
    );
  },
};

export const sayOfTrigger = speaker('trigger', triggerWords);
