import { count, counted, percent, plural } from '../../../lib/figures';
import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import type { TrainParams } from './params';
import { trainSpec } from './spec';

export const trainCode = defineCode(trainSpec, {
  loop(params) {
    const { mode, epochs, learningRateFactor, replayShare } = params;
    const on = rowsOf(params);
    const first =
      mode === 'full'
        ? text(
            `when the signal fires, fits all that stands before the deployment anew on ${on.en}, as a challenger`,
            `신호가 작동하면 배포 앞에 있는 모든 것을 ${on.ko}에 다시 맞춰 도전자를 만들어요`,
          )
        : text(
            `when the signal fires, trains the champion for ${counted(epochs, 'more epoch')} on ${on.en}${replayShare > 0 ? ` and earlier ones that make up ${percent(replayShare)}` : ''}, at ${learningRateFactor} of its learning rate and with its preparation as it is, as a challenger`,
            `신호가 작동하면 ${on.ko}에서 챔피언을 ${epochs}에포크 더 학습해 도전자를 만들어요. ${replayShare > 0 ? `이전 행을 ${percent(replayShare)} 섞고, ` : ''}학습률은 ${learningRateFactor}배이고 준비 단계는 그대로예요`,
          );
    const waits = waitsFor(params);
    return text(
      `${first.en}; the champion serves meanwhile. ${waits.en}`,
      `${first.ko}. 그동안에는 챔피언이 예측을 제공해요. ${waits.ko}`,
    );
  },
});

function rowsOf({ rows, window, halfLife, since, holdOut }: TrainParams): Text {
  const which = {
    window: text(
      `the newest ${count(window)} ${plural(window, 'labelled row')}`,
      `라벨이 달린 최근 행 ${count(window)}개`,
    ),
    all: text('all labelled rows', '라벨이 달린 모든 행'),
    weighted: text(
      `all labelled rows, half as heavy for every ${count(halfLife)} ${plural(halfLife, 'row')} of age`,
      `라벨이 달린 모든 행(${count(halfLife)}행 오래될 때마다 절반의 무게)`,
    ),
  }[rows];
  const from = {
    any: text('', ''),
    drift: text(' since the drift', ' 가운데 드리프트 이후의 행'),
    champion: text(' since those of the champion', ' 가운데 챔피언이 학습한 뒤의 행'),
  }[since];
  const but =
    holdOut === 0
      ? text('', '')
      : text(
          `, but for the last ${count(holdOut)}, which are left for the gate`,
          `(게이트용으로 남기는 마지막 ${count(holdOut)}개 제외)`,
        );
  return text(`${which.en}${from.en}${but.en}`, `${which.ko}${from.ko}${but.ko}`);
}

function waitsFor({ wait, leastRows, takes }: TrainParams): Text {
  const more =
    wait === 0
      ? text('', '')
      : text(` and for ${count(wait)} more that come after the firing`, `, 작동한 뒤 ${count(wait)}개가 더 들어오기를`);
  const ready =
    takes === 0
      ? text('the challenger is there in the same tick', '도전자는 같은 틱에 나와요')
      : text(
          `the challenger is there ${count(takes)} ${plural(takes, 'tick')} later`,
          `도전자는 ${count(takes)}틱 뒤에 나와요`,
        );
  return text(
    `It waits for ${count(leastRows)} ${plural(leastRows, 'labelled row')}${more.en}; ${ready.en}.`,
    `라벨이 달린 행이 ${count(leastRows)}개 모이기를${more.ko} 기다려요. ${ready.ko}.`,
  );
}
