import '../../i18n/glossary-words';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { fetchHelps, type Glossary, useGlossary } from '../../store/view/kind-helps';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { findTerms } from './find-terms';

interface GlossaryDialogProps {
  /** What is looked for at first. */
  readonly query: string;
  /** Adds a kind that a term leads to. */
  readonly onAdd: (kind: string) => void;
  readonly onClose: () => void;
}

/** What words mean, in both languages, and the kinds that do it. */
export function GlossaryDialog({ query: first, onAdd, onClose }: GlossaryDialogProps) {
  const { t } = useT();
  const [query, setQuery] = useState(first);
  const glossary = useGlossary();
  useEffect(() => void fetchHelps(), []);
  const found = findTerms(glossary, query);
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t('glossary.title')}
      description={t('glossary.help')}
      closeLabel={t('glossary.close')}
      footer={<Button onClick={onClose}>{t('glossary.close')}</Button>}
    >
      <div className="mb-3 flex items-center gap-2 border-b border-line">
        <Search size={16} className="text-quiet" aria-hidden="true" />
        <input
          type="search"
          aria-label={t('glossary.search')}
          placeholder={t('glossary.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="h-10 min-w-0 flex-1 bg-transparent outline-none placeholder:text-quiet"
        />
        <span className="text-sm text-quiet" role="status">
          {t('glossary.found', { n: found.length })}
        </span>
      </div>
      {found.length === 0 && glossary.length > 0 && <p className="py-6 text-center text-quiet">{t('glossary.none')}</p>}
      <dl aria-label={t('glossary.terms')} className="min-h-64">
        {found.map((term) => (
          <TermRow key={term.name.en} term={term} onAdd={onAdd} />
        ))}
      </dl>
    </Dialog>
  );
}

function TermRow({ term, onAdd }: { readonly term: Glossary[number]; readonly onAdd: (kind: string) => void }) {
  const { t, say, language } = useT();
  const other = language === 'en' ? 'ko' : 'en';
  const { name, means, also, kinds, nearest } = term;
  const leading = kinds.length > 0 ? kinds : nearest;
  return (
    <div className="border-b border-line py-3 last:border-b-0">
      <dt className="font-semibold">
        {say(name)}
        {name[other] !== say(name) && (
          <span lang={other} className="ml-2 font-normal text-quiet">
            {name[other]}
          </span>
        )}
      </dt>
      <dd className="mt-1">
        <p>{say(means)}</p>
        <p lang={other} className="mt-0.5 text-quiet">
          {means[other]}
        </p>
        {also.length > 0 && <p className="mt-1 text-sm text-quiet">{t('glossary.also', { words: also.join(', ') })}</p>}
        {leading.length > 0 && (
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            {kinds.length === 0 && <span className="text-sm text-quiet">{t('glossary.nearest')}</span>}
            {leading.map((id) => {
              const kind = say(catalog.kind(id)?.title ?? { en: id, ko: id });
              return (
                <Button key={id} aria-label={t('glossary.add', { kind })} onClick={() => onAdd(id)}>
                  {kind}
                </Button>
              );
            })}
          </div>
        )}
      </dd>
    </div>
  );
}
