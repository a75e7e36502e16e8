import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CompiledWire } from '../../graph/pipeline';
import { type WireEnd, wireKey } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { type ShownPipeline, usePipeline } from '../../store/document/pipeline';
import { IconButton } from '../../ui/IconButton';
import { Section } from '../Section';
import { type OrderedSources, orderedSources, waitingWires } from './sources';

/** What feeds the inputs of a node that take many wires, to be put in order, and its wires that wait for a port. */
export function NodeSources({ nodeId }: { nodeId: string }) {
  const { t, say } = useT();
  const pipeline = usePipeline();
  const waiting = waitingWires(pipeline, nodeId);
  return (
    <>
      {orderedSources(pipeline, nodeId).map((sources) => (
        <Section key={sources.port.name} title={t('inspector.sources', { port: say(sources.port.title) })}>
          <SourceList sources={sources} pipeline={pipeline} />
        </Section>
      ))}
      {waiting.length > 0 && (
        <Section title={t('inspector.waitingWires')}>
          <p className="mb-2 text-sm text-quiet">{t('inspector.waitingWiresHelp')}</p>
          <ul className="flex flex-col gap-1">
            {waiting.map((wire) => (
              <li key={wireKey(wire.edge)} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-mono text-sm">
                  {wire.edge.from} → {wire.edge.to}
                </span>
                <RemoveButton wire={wire} name={`${wire.edge.from} → ${wire.edge.to}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type Way = 'up' | 'down';

function SourceList({ sources: { port, wires }, pipeline }: { sources: OrderedSources; pipeline: ShownPipeline }) {
  const { t, say } = useT();
  const apply = useDocument((state) => state.apply);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly key: string; readonly way: Way } | null>(null);
  const at = wires.findIndex(({ edge }) => wireKey(edge) === moved?.key);
  // The button stays under the finger: moving a row takes the focus from it.
  useEffect(() => {
    if (moved === null) return;
    const row = list.current?.querySelector(`[data-wire="${CSS.escape(moved.key)}"]`);
    row?.querySelector<HTMLButtonElement>(`[data-way="${moved.way}"]`)?.focus();
  }, [moved]);
  if (wires.length === 0) return <p className="text-quiet">{t('inspector.noSources')}</p>;

  const nameOf = (end: WireEnd): string => {
    const source = pipeline.node(end.nodeId);
    if (source === undefined) return end.nodeId;
    const name = nodeName(source.node, say);
    const output = source.outputs.find(({ name: own }) => own === end.port);
    return source.outputs.length > 1 && output !== undefined ? `${name} · ${say(output.title)}` : name;
  };
  const move = (wire: CompiledWire, to: number, way: Way): void => {
    if (to < 0 || to >= wires.length) return;
    apply({ type: 'moveWire', edge: wire.edge, to }, text('Change the order', '순서 바꾸기'));
    setMoved({ key: wireKey(wire.edge), way });
  };
  const moving = wires[at];
  return (
    <>
      <ol ref={list} className="flex flex-col gap-1" aria-label={t('inspector.sources', { port: say(port.title) })}>
        {wires.map((wire, index) => {
          const name = nameOf(wire.from);
          return (
            <li key={wireKey(wire.edge)} data-wire={wireKey(wire.edge)} className="flex items-center gap-1">
              <span className="tabular w-5 shrink-0 text-right text-sm text-quiet">{index + 1}</span>
              <span className="min-w-0 flex-1 truncate px-1" title={name}>
                {name}
              </span>
              <IconButton
                small
                data-way="up"
                label={t('inspector.moveUp', { name })}
                icon={<ArrowUp size={14} />}
                aria-disabled={index === 0}
                onClick={() => move(wire, index - 1, 'up')}
                className="aria-disabled:opacity-40"
              />
              <IconButton
                small
                data-way="down"
                label={t('inspector.moveDown', { name })}
                icon={<ArrowDown size={14} />}
                aria-disabled={index === wires.length - 1}
                onClick={() => move(wire, index + 1, 'down')}
                className="aria-disabled:opacity-40"
              />
              <RemoveButton wire={wire} name={name} />
            </li>
          );
        })}
      </ol>
      <p className="sr-only" role="status">
        {moving !== undefined && t('inspector.nowAt', { name: nameOf(moving.from), at: at + 1, of: wires.length })}
      </p>
    </>
  );
}

function RemoveButton({ wire, name }: { wire: CompiledWire; name: string }) {
  const { t } = useT();
  const apply = useDocument((state) => state.apply);
  return (
    <IconButton
      small
      label={t('inspector.removeWire', { name })}
      icon={<X size={14} />}
      onClick={() =>
        apply({ type: 'remove', nodeIds: [], edges: [wire.edge], noteIds: [] }, text('Remove a wire', '연결 삭제'))
      }
    />
  );
}
