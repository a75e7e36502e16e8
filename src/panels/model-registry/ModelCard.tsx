import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextField';

/** What was typed and not saved, by version: looking elsewhere loses nothing. */
const drafts = new Map<string, string>();

interface ModelCardProps {
  /** Names the version whose card it is. */
  readonly about: string;
  readonly card: string;
  /** True where it was saved. */
  readonly onSave: (card: string) => Promise<boolean>;
}

/** What a person writes about a version. */
export function ModelCard({ about, card, onSave }: ModelCardProps) {
  const { t } = useT();
  const [draft, setDraft] = useState(drafts.get(about) ?? card);
  const changed = draft !== card;
  const type = (text: string): void => {
    drafts.set(about, text);
    setDraft(text);
  };
  const save = async (): Promise<void> => {
    if (await onSave(draft)) drafts.delete(about);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        aria-label={t('models.card')}
        value={draft}
        onChange={type}
        rows={6}
        maxLength={20_000}
        placeholder={t('models.cardHelp')}
      />
      <div className="flex items-center gap-2">
        <Button small disabled={!changed} onClick={() => void save()}>
          {t('models.saveCard')}
        </Button>
        {changed && <span className="text-sm text-quiet">{t('models.cardUnsaved')}</span>}
      </div>
    </div>
  );
}
