import { useEffect, useMemo, useState } from 'react';
import type { FailureDetail } from '../../lib/failure';
import { kindTaking } from '../../nodes/catalog';
import type { FileRef } from '../../nodes/contract/kind';
import type { DataLook } from '../../nodes/own-data/data-look';
import { guessTarget } from '../../nodes/own-data/guess-target';
import type { Decisions, Step } from '../../nodes/own-data/own-pipeline';
import { type Proposal, propose } from '../../nodes/own-data/propose';
import type { DataNote } from '../../table/notes';
import type { Result } from '../../worker/protocol';
import { useEngine } from '../engine-context';

type Header = 'auto' | 'yes' | 'no';

/** What is known of a file, what a person has decided of it so far, and what follows. */
export interface OwnData {
  readonly file: Step;
  readonly look: DataLook | null;
  readonly failure: FailureDetail | null;
  /** Whether columns that give the target away are known. */
  readonly weighed: boolean;
  readonly proposal: Proposal | null;
  readonly decisions: Decisions;
  readonly header: Header;
  readonly decide: (change: Partial<Decisions>) => void;
  readonly setHeader: (header: Header) => void;
  readonly setTarget: (target: string) => void;
}

type Answer<T> = Result<T> & { readonly to: string };

/** The last answer to a question; null while another is on its way. */
function useAnswer<T>(question: string, ask: () => Promise<Result<T>> | null): Result<T> | null {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says all that it depends on
  useEffect(() => {
    let stale = false;
    void ask()?.then((result) => {
      if (!stale) setAnswer({ ...result, to: question });
    });
    return () => {
      stale = true;
    };
  }, [question]);
  return answer?.to === question ? answer : null;
}

export function useOwnData(file: FileRef): OwnData {
  const { ownData } = useEngine();
  const [header, setHeader] = useState<Header>('auto');
  const [chosen, setTarget] = useState<string | null>(null);
  const [decided, setDecided] = useState<Partial<Decisions>>({});
  const source = useMemo((): Step => {
    const { id, defaults } = kindTaking('table-file');
    return { kind: id, params: { ...defaults, file: { ...file }, ...(header === 'auto' ? {} : { header }) } };
  }, [file, header]);
  const seen = useAnswer<DataLook>(`${file.hash} ${header}`, () => ownData.look(source));
  const look = seen?.ok === true ? seen.value : null;
  const guess = useMemo(() => (look === null ? null : guessTarget(look)), [look]);
  const isThere = look?.columns.some(({ name }) => name === chosen) === true;
  const target = isThere ? chosen : (guess?.column ?? null);
  const risks = useAnswer<readonly DataNote[]>(`${file.hash} ${header} ${target} ${look === null}`, () =>
    target === null || look === null ? null : ownData.risks(source, target),
  );
  const notes = risks?.ok === true ? risks.value : undefined;
  const proposal = useMemo(() => (look === null ? null : propose(look, target, notes)), [look, target, notes]);
  return {
    file: source,
    look,
    failure: seen?.ok === false ? seen.failure : null,
    weighed: target === null || risks !== null,
    proposal,
    header,
    decisions: {
      kept: decided.kept ?? new Set(),
      byTime: decided.byTime ?? proposal?.inOrder ?? false,
      asImages: decided.asImages ?? true,
    },
    decide: (change) => setDecided((before) => ({ ...before, ...change })),
    setHeader,
    setTarget,
  };
}
