import '../editor.css';
import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { stageOf } from '../../graph/lane-of';
import { useT } from '../../i18n/use-t';
import { STAGES } from '../../nodes/contract/kind';
import { usePipeline } from '../../store/document/pipeline';
import { Button } from '../../ui/Button';
import { actionOf } from '../canvas/canvas-keys';
import type { CanvasProps } from '../canvas/canvas-props';
import { EditorOverlays } from '../canvas/EditorOverlays';
import { EmptyCanvas } from '../canvas/EmptyCanvas';
import { useClipboard } from '../canvas/use-clipboard';
import { useStrayKeys } from '../canvas/use-stray-keys';
import { openAdd } from '../editor-store';
import { stageWord } from '../node/node-words';
import { StageHead } from '../stages/StageHead';
import { OutlineNode } from './OutlineNode';

const nowhere = (): undefined => undefined;

/** The pipeline written out: stages, their nodes in the order they run, and everything the canvas can do, as text and buttons. */
export function Outline(props: CanvasProps): ReactNode {
  const words = useT();
  const { t } = words;
  const surface = useRef<HTMLElement>(null);
  const { nodes, sequence } = usePipeline();
  const stages = useMemo(
    () => STAGES.map((stage) => ({ stage, nodes: sequence.filter((node) => stageOf(node) === stage) })),
    [sequence],
  );
  useClipboard(surface, nowhere);
  useStrayKeys(surface);
  return (
    <section
      ref={surface}
      tabIndex={-1}
      className="mr-outline"
      aria-label={t('editor.outline')}
      onKeyDown={(event) => {
        const target = event.target;
        if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
        if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
        const item = target.closest<HTMLElement>('[data-outline-node]');
        const onName = target.dataset.outlineId !== undefined;
        if (onName && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          const names = [...(surface.current?.querySelectorAll<HTMLElement>('[data-outline-id]') ?? [])];
          const next = names[names.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
          next?.focus();
          event.preventDefault();
          return;
        }
        if (event.key === 'Enter' || event.key === ' ') return;
        const act = actionOf(event);
        if (act === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const box = target.getBoundingClientRect();
        act({
          nodeId: item?.dataset.outlineNode ?? null,
          edge: null,
          onInspect: props.onInspect,
          anchor: { x: box.left, y: box.bottom + 4 },
        });
      }}
    >
      {nodes.length === 0 && <EmptyCanvas onTemplate={props.onTemplate} onAddData={props.onAddData} />}
      {stages.map(({ stage, nodes: members }) =>
        members.length === 0 ? null : (
          <section key={stage} className="mr-outline-stage" data-stage={stage}>
            <h2>
              <StageHead stage={stage}>
                <span className="mr-lane-number">{STAGES.indexOf(stage) + 1}</span>
                {stageWord(words, stage)}
              </StageHead>
            </h2>
            <ol>
              {members.map(({ node }) => (
                <OutlineNode key={node.id} node={node} onInspect={props.onInspect} />
              ))}
            </ol>
          </section>
        ),
      )}
      <div className="mr-outline-foot">
        <AddButton />
      </div>
      <EditorOverlays onInspect={props.onInspect} />
    </section>
  );
}

function AddButton(): ReactNode {
  const { t } = useT();
  return (
    <Button
      icon={<Plus size={15} aria-hidden="true" />}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        openAdd({ anchor: { x: box.left, y: box.top } });
      }}
    >
      {t('editor.addNode')}
    </Button>
  );
}
