import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useGlossary } from '../../store/view/kind-helps';
import { termWithoutKind } from './kind-search';

/** Says which kinds come nearest to what was searched for, where no kind does it yet. */
export function NearestKinds({ query }: { readonly query: string }): ReactNode {
  const { t, say } = useT();
  const term = termWithoutKind(query, useGlossary());
  if (term === undefined) return null;
  const kinds = term.nearest.flatMap((id) => catalog.kind(id) ?? []).map(({ title }) => say(title));
  return (
    <p className="mr-pop-none" role="status">
      {t('editor.nearestKinds', { term: say(term.name), kinds: kinds.join(', ') })}
    </p>
  );
}
