import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import type { Step } from '../../nodes/own-data/own-pipeline';

/** The steps that are built, in their order. */
export function StepsLine({ steps }: { steps: readonly Step[] }) {
  const { t, say } = useT();
  const names = steps.flatMap(({ kind }) => catalog.kind(kind)?.title ?? []).map(say);
  return (
    <section className="rounded-md bg-sunken px-3 py-2">
      <h3 className="text-sm text-quiet">{t('own.steps')}</h3>
      <ol className="flex flex-wrap gap-x-1.5 gap-y-0.5">
        {names.map((name, index) => (
          <li key={name}>
            {name}
            {index < names.length - 1 && <span aria-hidden> →</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
