import './stage-boxes.css';
import '../../i18n/glossary-words';
import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useT } from '../../i18n/use-t';
import { boxes, type StageBox } from '../../nodes/boxes';
import { catalog } from '../../nodes/catalog';
import { type AnySpec, STAGES, type Stage } from '../../nodes/contract/kind';
import { fetchHelps, useGlossary } from '../../store/view/kind-helps';
import { focusNode } from '../canvas/focus-node';
import { addKind } from '../edit-actions';
import { stageWord } from '../node/node-words';

interface StageBoxesProps {
  readonly stage: Stage;
  /** What it was opened by, and where it stands. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** What a stage is made of, in the textbook's words, with the kinds that do it. */
export function StageBoxes({ stage, anchor, onClose }: StageBoxesProps): ReactNode {
  const words = useT();
  const { t } = words;
  useEffect(() => void fetchHelps(), []);
  const add = (spec: AnySpec): void => {
    onClose();
    focusNode(addKind(spec));
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => placeOf(anchor.current) } }} />
      <Popover.Portal>
        <Popover.Content
          aria-modal={false}
          aria-label={t('glossary.stage', { stage: stageWord(words, stage) })}
          className="mr-stage-boxes"
          data-stage={stage}
          align="center"
          sideOffset={6}
          // The bar above, with what stops a loop, stays free.
          collisionPadding={{ top: 52, right: 8, bottom: 8, left: 8 }}
          // A press on the head closes it by itself.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target) === true) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            // Where a kind was added, the keyboard is at its node.
            if (activeElement === null || activeElement === document.body) anchor.current?.focus();
          }}
        >
          <h2>
            <span className="mr-lane-number">{STAGES.indexOf(stage) + 1}</span>
            {stageWord(words, stage)}
          </h2>
          <dl>
            {boxes
              .filter((box) => box.stage === stage)
              .map((box) => (
                <BoxRow key={box.id} box={box} onAdd={add} />
              ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const placeOf = (element: HTMLElement | null): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();

function BoxRow({ box, onAdd }: { readonly box: StageBox; readonly onAdd: (spec: AnySpec) => void }): ReactNode {
  const { t, say } = useT();
  const term = useGlossary().find((one) => one.box === box.id);
  const isDone = box.kinds.length > 0;
  const leading = isDone ? box.kinds : (term?.nearest ?? []);
  return (
    <div className="mr-stage-box">
      <dt>{say(box.name)}</dt>
      <dd>
        <p>{term && say(term.means)}</p>
        {!isDone && <p className="mr-quiet">{t('glossary.nearest')}</p>}
        <ul>
          {leading
            .flatMap((id) => catalog.kind(id) ?? [])
            .map((spec) => (
              <li key={spec.id}>
                <button
                  type="button"
                  data-stage={spec.stage}
                  aria-label={t('glossary.add', { kind: say(spec.title) })}
                  onClick={() => onAdd(spec)}
                >
                  <Plus size={11} aria-hidden="true" />
                  {say(spec.title)}
                </button>
              </li>
            ))}
        </ul>
      </dd>
    </div>
  );
}
