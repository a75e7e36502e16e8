import type { RawAnswers, RawPolicy } from '../../../serving/answer-raw';
import type { Table } from '../../../table/table';
import type { LiveContext } from '../../contract/live';
import type { DeployParams } from './spec';

/** A batch's answers, and how many of its rows were refused or answered with a warning. */
export interface AnsweredBatch extends RawAnswers {
  /** Rows refused, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Rows that failed a check and were answered all the same, by rule. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly warned: number;
}

/** Tries of answering one batch in parts, where some of its rows cannot be: a tick must come to an end. */
const TRIES = 64;

/**
 * Checks raw rows against the model's training data, deals with those that fail as the policy says, and answers the
 * rest. Always comes to an end: rows that cannot be scored are refused with the reason, whatever it is.
 */
export async function answerBatch(
  version: string,
  raw: Table,
  params: DeployParams,
  ctx: LiveContext,
): Promise<AnsweredBatch> {
  const answered = await ctx.models.answer(version, raw, policyOf(params));
  const { refused, findings } = answered;
  const without = new Set(refused.map(({ row }) => row));
  const warned = new Map<string, Set<number>>();
  for (const { rule, rows } of findings) {
    const own = warned.get(rule) ?? new Set<number>();
    for (const row of rows) if (!without.has(row)) own.add(row);
    if (own.size > 0) warned.set(rule, own);
  }
  return {
    ...answered,
    reasons: counted(refused.map(({ reason }) => reason)),
    warnings: Object.fromEntries([...warned].map(([rule, rows]) => [rule, rows.size])),
    warned: new Set([...warned.values()].flatMap((rows) => [...rows])).size,
  };
}

const FOUND = { warn: 'answer', missing: 'missing', refuse: 'refuse' } as const;

function policyOf({ policy, checkColumns, checkRanges, checkCategories, margin }: DeployParams): RawPolicy {
  return {
    columns: checkColumns ? 'find' : 'pass',
    checks: { ranges: checkRanges, margin, categories: checkCategories },
    found: FOUND[policy],
    tries: TRIES,
  };
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
