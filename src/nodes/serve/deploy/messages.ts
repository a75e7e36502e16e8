import { counted } from '../../../lib/figures';
import { korean } from '../../../lib/korean';
import { type Speech, speaker } from '../../../lib/message';
import { type Text, text } from '../../../lib/text';

type Answered = { readonly rows: number; readonly answered: number; readonly warned: number };

export const deployWords = {
  first: () => text('The model that the pipeline trained.', '파이프라인이 학습시킨 모델이에요.'),
  serves: ({ version }: { readonly version: string }, speech: Speech) => {
    const name = speech.version(version);
    return text(`${name.en} serves`, `${name.ko} 제공 중`);
  },
  status: ({ version, rows, answered, warned }: Answered & { readonly version: string }, speech: Speech) => {
    const name = speech.version(version);
    const more = warned > 0 ? text(` · ${warned} warned`, ` · 경고 ${warned}`) : text('', '');
    return text(
      `${name.en} · answered ${answered} of ${rows}${more.en}`,
      `${name.ko} · ${rows}행 중 ${answered}행에 답함${more.ko}`,
    );
  },
  batch: ({ rows, answered, warned }: Answered) => {
    const refused = rows - answered;
    const warnings = warned > 0 ? text(`, ${warned} with a warning`, `, 경고 ${warned}행`) : text('', '');
    if (refused === 0) {
      return text(`Answered ${counted(rows, 'row')}${warnings.en}.`, `${rows}행에 답했어요${warnings.ko}.`);
    }
    return text(
      `Answered ${answered} of ${counted(rows, 'row')}${warnings.en}; ${refused} refused.`,
      `${rows}행 중 ${answered}행에 답했어요${warnings.ko}. ${refused}행은 답하지 않았어요.`,
    );
  },
  'none-answered': ({ reasons }: { readonly reasons: readonly string[] }) =>
    text(
      `No row of the batch could be answered: ${reasons.join(', ')}.`,
      `배치의 어떤 행에도 답하지 못했어요: ${reasons.join(', ')}.`,
    ),
  'rolled-back-by-hand': ({ from, to }: { readonly from: string; readonly to: string }, speech: Speech) => {
    const [former, now] = [speech.version(from), speech.version(to)];
    return text(
      `Rolled back from ${former.en} to ${now.en} by hand.`,
      korean`사람이 ${former.ko}에서 ${now.ko}(으)로 롤백했어요.`,
    );
  },
  'nothing-before': ({ version }: { readonly version: string }, speech: Speech) => {
    const name = speech.version(version);
    return text(
      `There is no champion before ${name.en} to go back to.`,
      `${name.ko} 이전의 챔피언이 없어 롤백할 수 없어요.`,
    );
  },
  'cannot-serve': (
    {
      former,
      version,
      message,
    }: { readonly former: string; readonly version: string; readonly code: string; readonly message: Text },
    speech: Speech,
  ) => {
    const [stays, not] = [speech.version(former), speech.version(version)];
    return text(
      `${stays.en} goes on serving, since ${not.en} cannot: ${message.en}`,
      korean`${not.ko}(으)로 바꿀 수 없어 ${stays.ko}이(가) 예측을 계속 제공해요: ${message.ko}`,
    );
  },
  /** Why a version that a person named cannot serve. */
  unavailable: ({ message }: { readonly code: string; readonly message: Text }) => message,
};

export const sayOfDeploy = speaker('deploy', deployWords);
