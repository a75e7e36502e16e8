import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextField';

/** What a person writes about a version. */
export function ModelCard({ card, onSave }: { card: string; onSave: (card: string) => Promise<boolean> }) {
  const { t } = useT();
  const [draft, setDraft] = useState(card);
  const changed = draft !== card;
  return (
    <div className="flex flex-col items-start gap-2">
      <TextArea
        aria-label={t('models.card')}
        value={draft}
        onChange={setDraft}
        rows={6}
        maxLength={20_000}
        placeholder={t('models.cardHelp')}
      />
      <div className="flex items-center gap-2">
        <Button small disabled={!changed} onClick={() => void onSave(draft)}>
          {t('models.saveCard')}
        </Button>
        {changed && <span className="text-sm text-quiet">{t('models.cardUnsaved')}</span>}
      </div>
    </div>
  );
}
