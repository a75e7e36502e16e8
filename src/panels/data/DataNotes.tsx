import { Info, TriangleAlert, X } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import type { DataNote } from '../../table/notes';
import { IconButton } from '../../ui/IconButton';

/** So many notes are drawn: a file of thousands of columns may have as many. */
const DRAWN = 300;

/** What was repaired in, or found in, the data. */
export function DataNotes({ notes, onClose }: { notes: readonly DataNote[]; onClose: () => void }) {
  const { t, say } = useT();
  return (
    <aside className="w-72 shrink-0 overflow-y-auto border-l border-line">
      <div className="sticky top-0 flex items-center justify-between bg-surface py-1 pr-1 pl-3">
        <h3 className="font-semibold">{t('panels.notesTitle')}</h3>
        <IconButton small label={t('app.close')} icon={<X size={14} />} onClick={onClose} />
      </div>
      <ul className="flex flex-col gap-3 px-3 pb-3">
        {notes.slice(0, DRAWN).map((note) => (
          <li key={`${note.code}${note.column}${note.message.en}`} className="flex gap-2">
            {note.severity === 'warning' ? (
              <TriangleAlert size={14} className="mt-0.5 shrink-0 text-warning" aria-label={t('panels.warning')} />
            ) : (
              <Info size={14} className="mt-0.5 shrink-0 text-quiet" />
            )}
            <div className="min-w-0">
              {note.column && <div className="truncate text-sm text-quiet">{note.column}</div>}
              <p>{say(note.message)}</p>
              <p className="tabular text-sm text-quiet">
                {t('panels.noteCount', { n: note.count })}
                {note.rows && note.rows.length > 0 && ` · ${t('panels.noteRows', { rows: note.rows.join(', ') })}`}
              </p>
              {note.examples && note.examples.length > 0 && (
                <p className="text-sm break-all text-quiet">
                  {t('panels.noteExamples', { examples: note.examples.map((example) => `“${example}”`).join(', ') })}
                </p>
              )}
            </div>
          </li>
        ))}
        {notes.length > DRAWN && <li className="text-quiet">{t('panels.moreLeftOut', { n: notes.length - DRAWN })}</li>}
      </ul>
    </aside>
  );
}
