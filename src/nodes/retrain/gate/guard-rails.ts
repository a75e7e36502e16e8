import type { JsonObject } from '../../../lib/json';
import type { Message } from '../../../lib/message';
import { formatOf } from '../../../models/bodies';
import type { ModelValue } from '../../../models/model';
import { countByGroup, demographicParityDifference } from '../../../stats/fairness/fairness';
import { cellText } from '../../../table/cells';
import { roleColumn } from '../../../table/columns';
import { steady } from '../../wording/event-figures';
import { measureOf } from './compare';
import { sayOfGate } from './messages';
import { type Pairs, someOf } from './pairs';
import type { GateParams } from './params';

/** What the guard rails say: which are broken, and the figures of all that were asked for. */
export interface Guarded {
  readonly broken: readonly Message[];
  readonly figures: JsonObject;
}

/** Groups with fewer rows say too little to keep a model back. */
const LEAST_GROUP_ROWS = 10;

/** Size and cost a row: known without any rows. */
export function guardSize(challenger: ModelValue, { maxParameters, maxMultiplyAdds }: GateParams): Guarded {
  const format = formatOf(challenger.body);
  const parameters = format.parameters(challenger.body);
  const cost = format.multiplyAdds(challenger.body);
  const broken: Message[] = [];
  if (maxParameters !== null && parameters > maxParameters) {
    broken.push(sayOfGate('parameters', { count: parameters, most: maxParameters }));
  }
  if (maxMultiplyAdds !== null && cost > maxMultiplyAdds) {
    broken.push(sayOfGate('multiply-adds', { count: cost, most: maxMultiplyAdds }));
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
    return { broken: [sayOfGate('no-sensitive-column')], figures: { sensitive: null } };
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
  const words = sayOfGate('worst-group', {
    measure: name,
    group: after.group,
    before: before.value,
    after: after.value,
  });
  return { broken: isBroken ? [words] : [], figures };
}

function guardParity(pairs: Pairs, groups: Groups, champion: ModelValue, favourable: string, rise: number): Guarded {
  const { classes } = pairs;
  const good = favourable === '' ? champion.target.classes?.at(-1) : favourable;
  const k = classes === null || good === undefined ? -1 : classes.indexOf(good);
  if (k < 0) {
    return { broken: [sayOfGate('no-favourable-class')], figures: { favourable: good ?? null } };
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
  return { broken: [sayOfGate('parity', { before, after })], figures };
}

function picked(pairs: Pairs, members: readonly number[]): Pairs {
  const whole = someOf(pairs, 0, 0);
  const take = (values: Float64Array) => Float64Array.from(members, (i) => values[i] ?? Number.NaN);
  return { ...whole, truth: take(pairs.truth), first: take(pairs.first), second: take(pairs.second) };
}
