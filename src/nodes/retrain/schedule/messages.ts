import { korean } from '../../../lib/korean';
import { speaker } from '../../../lib/message';
import { text } from '../../../lib/text';

type At = {
  /** ISO 8601, UTC. */
  readonly at: string;
};

const shown = ({ at }: At): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

export const scheduleWords = {
  come: (moment: At) => text(`${shown(moment)} has come`, korean`${shown(moment)}이(가) 됨`),
  next: (moment: At) => text(`the next moment is ${shown(moment)}`, `다음 시각은 ${shown(moment)}`),
  none: () => text('no further moment comes', '다음 시각이 없음'),
};

export const sayOfSchedule = speaker('schedule', scheduleWords);
