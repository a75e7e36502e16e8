import { rounded } from '../lib/figures';
import { type Text, text } from '../lib/text';
import type { ModelValue } from './model';

/** How a model comes from scores to a class, for people; null of a model that answers with numbers. */
export function decisionWords({ decision, target }: Pick<ModelValue, 'decision' | 'target'>): Text | null {
  if (target.classes === undefined) return null;
  if (decision === null) return text('the class of the greatest probability', '확률이 가장 큰 클래스');
  const { positive, threshold, groups } = decision;
  const common = text(
    `“${positive}” from ${thresholdWords(threshold)} on`,
    `${thresholdWords(threshold)} 이상이면 “${positive}”`,
  );
  const own = Object.entries(groups?.thresholds ?? {});
  if (groups === undefined || own.length === 0) return common;
  const each = own.map(([group, from]) => `${group} ${thresholdWords(from)}`).join(', ');
  return text(`${common.en}; by “${groups.column}”: ${each}`, `${common.ko}, “${groups.column}” 값에 따라 ${each}`);
}

/** A threshold in as few digits as keep one that is less than 1 from being read as 1. */
export function thresholdWords(threshold: number): string {
  for (let digits = 4; digits < 17; digits++) {
    if (threshold >= 1 || rounded(threshold, digits) < 1) return String(rounded(threshold, digits));
  }
  return String(threshold);
}
