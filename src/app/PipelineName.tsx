import { focusCanvas } from '../editor/canvas/focus-node';
import { useT } from '../i18n/use-t';
import { text } from '../lib/text';
import { useDocument } from '../store/document/document-store';
import { useKeeping } from '../store/document/keeping';
import { cx } from '../ui/cx';
import { Tooltip } from '../ui/Tooltip';
import { useFormer } from '../ui/use-former';

const MARKS = { saved: 'bg-good', kept: 'bg-warning', notKept: 'bg-failed' };

/** The pipeline's name, edited in place, and whether a file holds what is on the canvas. */
export function PipelineName() {
  const { t } = useT();
  const name = useDocument((state) => state.document.name);
  const inFile = useDocument((state) => state.inFile && !state.dirty);
  const isFailing = useKeeping((state) => state.failing !== null);
  const apply = useDocument((state) => state.apply);
  const rename = (next: string) =>
    apply(
      { type: 'setAbout', change: { name: next } },
      text('Rename the pipeline', '파이프라인 이름 변경'),
      'about:name',
    );
  const { onFocus, takeBack } = useFormer(name, rename);
  const state = inFile ? 'saved' : isFailing ? 'notKept' : 'kept';
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="relative inline-grid min-w-0 max-w-72">
        <span
          aria-hidden
          className="invisible col-start-1 border border-transparent pr-4 row-start-1 truncate px-1.5 font-semibold whitespace-pre"
        >
          {name || t('app.untitled')}
        </span>
        <input
          aria-label={t('app.name')}
          value={name}
          size={1}
          maxLength={200}
          placeholder={t('app.untitled')}
          onChange={(event) => rename(event.target.value)}
          onFocus={onFocus}
          onKeyDown={(event) => {
            if (takeBack(event) || (event.key === 'Enter' && !event.nativeEvent.isComposing)) focusCanvas();
          }}
          className="hit col-start-1 row-start-1 h-8 w-full min-w-0 truncate rounded-md border border-transparent bg-transparent px-1.5 font-semibold placeholder:text-quiet hover:border-line focus:bg-raised"
        />
      </span>
      <Tooltip content={t(`app.${state}Help`)}>
        <span
          className={cx(
            'flex shrink-0 items-center gap-1.5 text-sm',
            state === 'notKept' ? 'text-failed' : 'text-quiet max-lg:hidden',
          )}
        >
          <span className={cx('size-1.5 rounded-full', MARKS[state])} />
          {t(`app.${state}`)}
        </span>
      </Tooltip>
    </div>
  );
}
