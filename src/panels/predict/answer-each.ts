import type { FailureDetail } from '../../lib/failure';
import type { Answer, Prediction } from '../../worker/protocol';

/** What became of one of several rows. */
export type RowAnswer = { readonly prediction: Prediction } | { readonly failure: FailureDetail };

/**
 * Asks for several rows at once. A row that cannot be answered says why and costs the others nothing: it is left
 * out and the rest is asked again.
 */
export async function answerEach<R>(
  rows: readonly R[],
  ask: (rows: readonly R[]) => Promise<Answer<readonly Prediction[]>>,
): Promise<Answer<readonly RowAnswer[]>> {
  const answers = new Map<number, RowAnswer>();
  let open = rows.map((row, index) => ({ row, index }));
  while (open.length > 0) {
    const asked = open;
    const answer = await ask(asked.map(({ row }) => row));
    if (answer.ok) {
      asked.forEach(({ index }, at) => {
        const prediction = answer.value[at];
        if (prediction !== undefined) answers.set(index, { prediction });
      });
      break;
    }
    const bad = asked[(answer.failure.row ?? 0) - 1];
    if (bad === undefined) return answer;
    answers.set(bad.index, { failure: answer.failure });
    open = asked.filter((one) => one !== bad);
  }
  return { ok: true, value: rows.flatMap((_, index) => answers.get(index) ?? []) };
}
