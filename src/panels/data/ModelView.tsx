import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { OutputPreview } from '../../worker/protocol';
import { wentByIterations } from '../charts/curves';
import { ModelParts } from '../ModelParts';
import { taskWord } from '../words';

/** Libraries that train, by what model files call them. What a family fits by itself has none. */
const TRAINERS: ReadonlyMap<string, string> = new Map([['tfjs', 'TensorFlow.js']]);

/** A trained model: what it is made of, how it decides and how it was trained. */
export function ModelView({ preview }: { preview: ModelPreview }) {
  const { t, say, language } = useT();
  const { training } = preview;
  const trainer = TRAINERS.get(training.trainer);
  const facts: readonly (readonly [string, string])[] = [
    [t('panels.predict'), `${preview.target} · ${t(taskWord[preview.task])}`],
    [t('panels.parameters'), formatNumber(language, preview.parameters)],
    ...(preview.decision === null ? [] : [[t('panels.decision'), say(preview.decision)] as const]),
    [t('panels.trainedRows'), formatNumber(language, training.rows)],
    ...(training.rounds === undefined ? [] : roundFacts(t, language, training.rounds, wentByIterations(training))),
    ...(training.backend === 'none' ? [] : [[t('panels.backend'), training.backend] as const]),
    ...(trainer === undefined ? [] : [[t('panels.trainer'), trainer] as const]),
    [t('panels.seed'), String(training.seed)],
  ];
  return (
    <section
      aria-label={t('panels.model')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the arrow keys must reach it
      tabIndex={0}
      className="flex h-full flex-wrap content-start gap-x-10 gap-y-4 overflow-auto p-4"
    >
      <dl className="tabular grid h-fit grid-cols-[auto_auto] gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ModelParts parts={preview.parts} />
    </section>
  );
}

type Words = ReturnType<typeof useT>;
type ModelPreview = Extract<OutputPreview, { type: 'model' }>;

function roundFacts(
  t: Words['t'],
  language: Words['language'],
  { count, best, stoppedEarly }: NonNullable<ModelPreview['training']['rounds']>,
  iterations: boolean,
): readonly (readonly [string, string])[] {
  if (iterations) return [[t('panels.trainedIterations'), formatNumber(language, count)]];
  const stopped = stoppedEarly ? ` · ${t('panels.stoppedEarly')}` : '';
  return [
    [t('panels.trainedEpochs'), `${formatNumber(language, count)}${stopped}`],
    [t('panels.bestEpoch'), formatNumber(language, best)],
  ];
}
