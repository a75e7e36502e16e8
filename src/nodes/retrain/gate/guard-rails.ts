import type { JsonObject } from '../../../lib/json';
import { type Text, text } from '../../../lib/text';
import { formatOf } from '../../../models/bodies';
import type { ModelValue } from '../../../models/model';
import { countByGroup, demographicParityDifference } from '../../../stats/fairness/fairness';
import { cellText } from '../../../table/cells';
import { roleColumn } from '../../../table/columns';
import { shown, steady } from '../../wording/figure-words';
import { measureOf } from './compare';
import { type Pairs, someOf } from './pairs';
import type { GateParams } from './params';

/** What the guard rails say: which are broken, and the figures of all that were asked for. */
export interface Guarded {
  readonly broken: readonly Text[];
  readonly figures: JsonObject;
}

/** Groups with fewer rows say too little to keep a model back. */
const LEAST_GROUP_ROWS = 10;

/** Size and cost a row: known without any rows. */
export function guardSize(challenger: ModelValue, { maxParameters, maxMultiplyAdds }: GateParams): Guarded {
  const format = formatOf(challenger.body);
  const parameters = format.parameters(challenger.body);
  const cost = format.multiplyAdds(challenger.body);
  const broken: Text[] = [];
  if (maxParameters !== null && parameters > maxParameters) {
    broken.push(
      text(`${parameters} parameters, at most ${maxParameters}`, `매개변수 ${parameters}개, 최대 ${maxParameters}개`),
    );
  }
  if (maxMultiplyAdds !== null && cost > maxMultiplyAdds) {
    broken.push(
      text(
        `${cost} multiply-adds a row, at most ${maxMultiplyAdds}`,
        `행마다 곱셈-덧셈 ${cost}번, 최대 ${maxMultiplyAdds}번`,
      ),
    );
  }
  return { broken, figures: { parameters, bytes: format.bytes(challenger.body), multiplyAdds: cost } };
}

/** The worst group and the gap between groups must not become worse by more than was allowed. */
export function guardGroups(pairs: Pairs, champion: ModelValue, params: GateParams): Guarded {
  const { worstGroupDrop, parityRise } = params;
  if (worstGroupDrop === null && parityRise === null) return { broken: [], figures: {} };
  const column =
    params.sensitive === ''
      ? roleColumn(pairs.raw, 'sensitive')
      : pairs.raw.columns.find(({ name }) => name === params.sensitive);
  if (column === null || column === undefined) {
    const words = text('there is no sensitive column to watch', '살필 민감한 열이 없음');
    return { broken: [words], figures: { sensitive: null } };
  }
  const members = new Map<string, number[]>();
  pairs.at.forEach((row, i) => {
    const group = cellText(column, row);
    if (group === null) return;
    const own = members.get(group) ?? [];
    if (own.length === 0) members.set(group, own);
    own.push(i);
  });
  const groups = [...members.entries()]
    .filter(([, own]) => own.length >= LEAST_GROUP_ROWS)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const worst = worstGroupDrop === null ? NOTHING : guardWorst(pairs, groups, worstGroupDrop);
  const parity = parityRise === null ? NOTHING : guardParity(pairs, groups, champion, params.favourable, parityRise);
  return {
    broken: [...worst.broken, ...parity.broken],
    figures: { sensitive: column.name, groups: groups.length, ...worst.figures, ...parity.figures },
  };
}

const NOTHING: Guarded = { broken: [], figures: {} };
type Groups = readonly (readonly [string, readonly number[]])[];

/** Accuracy in points; of numbers, RMSE as a share of what it was. */
function guardWorst(pairs: Pairs, groups: Groups, drop: number): Guarded {
  const isError = pairs.classes === null;
  const name = isError ? 'rmse' : 'accuracy';
  const worst = (side: 'first' | 'second') => {
    const all = groups.flatMap(([group, own]) => {
      const value = measureOf(picked(pairs, own), side, name);
      return value === null ? [] : [{ group, value }];
    });
    return all.reduce<(typeof all)[number] | null>(
      (low, one) => (low === null || (isError ? one.value > low.value : one.value < low.value) ? one : low),
      null,
    );
  };
  const [before, after] = [worst('first'), worst('second')];
  const figures = {
    worstGroup: after?.group ?? null,
    worstGroupBefore: steady(before?.value),
    worstGroupAfter: steady(after?.value),
    worstGroupDrop: drop,
  };
  if (before === null || after === null) return { broken: [], figures };
  const isBroken = isError ? after.value > before.value * (1 + drop) : before.value - after.value > drop;
  const label = isError ? text('RMSE', 'RMSE') : text('accuracy', '정확도');
  const words = text(
    `the worst group’s ${label.en} goes from ${shown(before.value)} to ${shown(after.value)} (“${after.group}”)`,
    `가장 나쁜 집단의 ${label.ko}가 ${shown(before.value)}에서 ${shown(after.value)}(으)로 나빠짐(“${after.group}”)`,
  );
  return { broken: isBroken ? [words] : [], figures };
}

function guardParity(pairs: Pairs, groups: Groups, champion: ModelValue, favourable: string, rise: number): Guarded {
  const { classes } = pairs;
  const good = favourable === '' ? champion.target.classes?.at(-1) : favourable;
  const k = classes === null || good === undefined ? -1 : classes.indexOf(good);
  if (k < 0) {
    const words = text('there is no favourable class to watch', '살필 유리한 클래스가 없음');
    return { broken: [words], figures: { favourable: good ?? null } };
  }
  const groupOf = new Int32Array(pairs.truth.length).fill(-1);
  groups.forEach(([, own], g) => {
    for (const i of own) groupOf[i] = g;
  });
  const isGood = (values: Float64Array) => Array.from(values, (value) => (value === k ? 1 : 0));
  const gap = (side: 'first' | 'second') =>
    demographicParityDifference(countByGroup(isGood(pairs.truth), isGood(pairs[side]), groupOf, groups.length)).value;
  const [before, after] = [gap('first'), gap('second')];
  const figures = {
    favourable: good ?? null,
    parityBefore: steady(before),
    parityAfter: steady(after),
    parityRise: rise,
  };
  if (before === null || after === null || after - before <= rise) return { broken: [], figures };
  const words = text(
    `the parity difference rises from ${shown(before)} to ${shown(after)}`,
    `집단 간 선택률 차이가 ${shown(before)}에서 ${shown(after)}(으)로 커짐`,
  );
  return { broken: [words], figures };
}

function picked(pairs: Pairs, members: readonly number[]): Pairs {
  const whole = someOf(pairs, 0, 0);
  const take = (values: Float64Array) => Float64Array.from(members, (i) => values[i] ?? Number.NaN);
  return { ...whole, truth: take(pairs.truth), first: take(pairs.first), second: take(pairs.second) };
}
