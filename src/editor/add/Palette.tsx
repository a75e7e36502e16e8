import { ChevronDown, Search } from 'lucide-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { groupsOf } from '../../nodes/boxes';
import { catalog } from '../../nodes/catalog';
import { type AnySpec, STAGES, type Stage } from '../../nodes/contract/kind';
import { addKind } from '../edit-actions';
import { useEditor } from '../editor-store';
import '../editor.css';
import { fetchHelps, useGlossary, useHelps } from '../../store/view/kind-helps';
import { useView } from '../../store/view/view-store';
import { focusNode } from '../canvas/focus-node';
import { stageWord } from '../node/node-words';
import { dropKind } from './drop-kind';
import { KindRow } from './KindRow';
import { searchKinds } from './kind-search';
import { NearestKinds } from './NearestKinds';
import { dragByTouch, holdWhileDragging } from './touch-drag';

/** What a dragged kind is called on the drag's data, so that only our own drags are taken. */
export const KIND_DRAG = 'application/x-millrace-kind';

/** Two taps within this time are one double tap. */
const DOUBLE_TAP_MS = 500;

const holdList = (list: HTMLElement | null) => (list === null ? undefined : holdWhileDragging(list));

/** Every kind by stage, with search: drag one out, or double-click or press Enter to add it. */
export function Palette({ onAdded }: { onAdded?: () => void }): ReactNode {
  const words = useT();
  const { t } = words;
  const [query, setQuery] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<Stage>>(new Set());
  const outline = useView((state) => state.outline);
  /** Whether a finger or a pen pressed last: a screen may take those and a mouse too. */
  const byHand = useRef(false);
  const tapped = useRef({ kind: '', at: 0 });
  const helps = useHelps();
  const found = searchKinds(catalog.all, query, helps, useGlossary());
  const helpOf = (spec: AnySpec): string | undefined => {
    const help = helps[spec.id];
    return help && words.say(help.kind);
  };
  const add = (spec: AnySpec): void => {
    focusNode(addKind(spec));
    onAdded?.();
  };
  const dragOut = (spec: AnySpec, event: PointerEvent<HTMLElement>): void => {
    const { view } = useEditor.getState();
    // Written out as an outline, a pipeline has no places.
    if (view === null) return;
    dragByTouch(event.nativeEvent, event.currentTarget, (at) => {
      if (!view.covers(at)) return;
      dropKind(spec, view.at(at));
      onAdded?.();
    });
  };
  const toggle = (stage: Stage): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(stage)) next.add(stage);
      return next;
    });
  const item = (spec: AnySpec): ReactNode => (
    <li key={spec.id}>
      <button
        type="button"
        className="mr-kind mr-palette-kind"
        draggable
        onPointerDown={(event) => {
          const isMouse = event.pointerType === 'mouse';
          event.currentTarget.draggable = isMouse;
          byHand.current = !isMouse;
          if (!isMouse) dragOut(spec, event);
        }}
        title={helpOf(spec)}
        onDragStart={(event) => {
          event.dataTransfer.setData(KIND_DRAG, spec.id);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onDoubleClick={() => {
          if (!byHand.current) add(spec);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add(spec);
        }}
        onClick={(event) => {
          // One tap of a finger adds; a second right after it is meant for the same.
          if (event.detail === 0 || !byHand.current) return;
          const again = tapped.current.kind === spec.id && event.timeStamp - tapped.current.at < DOUBLE_TAP_MS;
          tapped.current = { kind: spec.id, at: event.timeStamp };
          if (!again) add(spec);
        }}
      >
        <KindRow spec={spec} brief />
      </button>
    </li>
  );
  return (
    <nav
      className="mr-palette"
      aria-label={t('editor.palette')}
      onPointerEnter={() => void fetchHelps()}
      onFocus={() => void fetchHelps()}
    >
      <div className="mr-palette-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={t('editor.searchKinds')}
          placeholder={t('editor.searchKinds')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const best = found[0];
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && query !== '' && best !== undefined)
              add(best);
            if (event.key === 'Escape') setQuery('');
          }}
        />
      </div>
      <div className="mr-palette-list" ref={holdList}>
        {query.trim() !== '' ? (
          <>
            <NearestKinds query={query} />
            <ul>{found.map(item)}</ul>
            {found.length === 0 && <p className="mr-pop-none">{t('editor.nothingFound')}</p>}
          </>
        ) : (
          STAGES.map((stage) => {
            const groups = groupsOf(stage);
            if (groups.length === 0) return null;
            const open = !closed.has(stage);
            return (
              <section key={stage} data-stage={stage} className="mr-palette-stage">
                <h3>
                  <button type="button" aria-expanded={open} onClick={() => toggle(stage)}>
                    <span className="mr-lane-number">{STAGES.indexOf(stage) + 1}</span>
                    {stageWord(words, stage)}
                    <ChevronDown size={14} aria-hidden="true" />
                  </button>
                </h3>
                {open &&
                  groups.map(({ names, kinds }) => {
                    const name = names.map(words.say).join(' · ');
                    return (
                      <ul key={name} aria-label={name}>
                        <li className="mr-palette-box" aria-hidden="true">
                          {name}
                        </li>
                        {kinds.flatMap((id) => catalog.kind(id) ?? []).map(item)}
                      </ul>
                    );
                  })}
              </section>
            );
          })
        )}
      </div>
      <p className="mr-palette-hint touch:hidden">{t(outline ? 'editor.paletteHintOutline' : 'editor.paletteHint')}</p>
      <p className="mr-palette-hint hidden touch:block">
        {t(outline ? 'editor.paletteHintTap' : 'editor.paletteHintTouch')}
      </p>
    </nav>
  );
}
