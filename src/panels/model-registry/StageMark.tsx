import { Archive, CircleDashed, Crown, type LucideIcon } from 'lucide-react';
import type { MessageKey } from '../../i18n/catalogue';
import { useT } from '../../i18n/use-t';
import { cx } from '../../ui/cx';
import type { ModelStage } from '../../worker/live-protocol';

const marks: Readonly<Record<ModelStage, readonly [LucideIcon, MessageKey, string]>> = {
  candidate: [CircleDashed, 'models.candidate', 'text-ink'],
  champion: [Crown, 'models.champion', 'font-medium text-good'],
  archived: [Archive, 'models.archived', 'text-quiet'],
};

/** A version's stage as a mark of its own shape and a word. */
export function StageMark({ stage }: { stage: ModelStage }) {
  const { t } = useT();
  const [Glyph, word, look] = marks[stage];
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', look)}>
      <Glyph size={14} aria-hidden="true" />
      {t(word)}
    </span>
  );
}
