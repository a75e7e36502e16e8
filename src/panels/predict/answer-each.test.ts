import { describe, expect, it } from 'vitest';
import { text } from '../../lib/text';
import type { Answer, Prediction } from '../../worker/protocol';
import { answerEach } from './answer-each';

const failure = (code: string, row?: number) => ({
  code,
  message: text(code, code),
  hint: text('', ''),
  ...(row === undefined ? {} : { row }),
});

/** Answers with the row itself; cannot answer `bad`. */
const ask = async (rows: readonly string[]): Promise<Answer<readonly Prediction[]>> => {
  const bad = rows.indexOf('bad');
  if (bad >= 0) return { ok: false, failure: failure('bad-cell', bad + 1) };
  return { ok: true, value: rows.map((value) => ({ value })) };
};

describe('asking for several rows', () => {
  it('answers every good row, and says of each bad one what is wrong', async () => {
    const answered = await answerEach(['a', 'bad', 'b', 'bad', 'c'], ask);
    expect(
      answered.ok && answered.value.map((one) => ('failure' in one ? one.failure.code : one.prediction.value)),
    ).toEqual(['a', 'bad-cell', 'b', 'bad-cell', 'c']);
  });
  it('fails as a whole where no one row is to blame', async () => {
    const answered = await answerEach(['a'], async () => ({ ok: false, failure: failure('result-gone') }));
    expect(answered).toMatchObject({ ok: false, failure: { code: 'result-gone' } });
  });
  it('answers nothing of no rows', async () => expect(await answerEach([], ask)).toEqual({ ok: true, value: [] }));
});
