import { figure } from '../lib/figures';
import { type Text, text } from '../lib/text';
import type { ModelValue } from './model';

/** How a model comes from scores to a class, for people; null of a model that answers with numbers. */
export function decisionWords({ decision, target }: Pick<ModelValue, 'decision' | 'target'>): Text | null {
  if (target.classes === undefined) return null;
  if (decision === null) return text('the class of the greatest probability', '확률이 가장 큰 클래스');
  const { positive, threshold, groups } = decision;
  const common = text(`“${positive}” from ${figure(threshold)} on`, `${figure(threshold)} 이상이면 “${positive}”`);
  const own = Object.entries(groups?.thresholds ?? {});
  if (groups === undefined || own.length === 0) return common;
  const each = own.map(([group, from]) => `${group} ${figure(from)}`).join(', ');
  return text(`${common.en}; by “${groups.column}”: ${each}`, `${common.ko}, “${groups.column}” 값에 따라 ${each}`);
}
