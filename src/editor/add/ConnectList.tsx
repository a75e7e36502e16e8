import { Plus, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { wiresFromEnd } from '../../graph/plan-wires';
import type { WireEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import type { PortSpec } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { type ShownPipeline, usePipeline } from '../../store/document/pipeline';
import { useGlossary, useHelps } from '../../store/view/kind-helps';
import { focusNode } from '../canvas/focus-node';
import { addKind, connectEnds, removeWire } from '../edit-actions';
import { useEditor } from '../editor-store';
import { PortGlyph } from '../node/PortGlyph';
import { type Choice, ChoiceList } from './ChoiceList';
import { KindRow } from './KindRow';
import { kindsFor } from './kind-choices';
import { searchKinds } from './kind-search';

type Side = 'outputs' | 'inputs';
interface Worded extends Choice {
  readonly words: string;
}

/** Wires a node by keyboard: each of its ports with everything that fits it, and its present wires to take away. */
export function ConnectList(): ReactNode {
  const nodeId = useEditor((state) => state.connecting);
  const pipeline = usePipeline();
  const node = pipeline.node(nodeId ?? '');
  return node === undefined ? null : <Choices compiled={node} pipeline={pipeline} />;
}

const close = (): void => useEditor.setState({ connecting: null });

function Choices({
  compiled,
  pipeline,
}: {
  compiled: ShownPipeline['nodes'][number];
  pipeline: ShownPipeline;
}): ReactNode {
  const { t, say } = useT();
  const helps = useHelps();
  const glossary = useGlossary();
  const { node, inputs, outputs } = compiled;
  const named = (nodeId: string): string => nodeName(pipeline.node(nodeId)?.node, say);
  const portTitle = ({ nodeId, port }: WireEnd, side: Side): string => {
    const found = pipeline.node(nodeId)?.[side].find((candidate) => candidate.name === port);
    return found === undefined ? port : say(found.title);
  };
  const done = (focus: string): void => {
    close();
    focusNode(focus);
  };

  const existing = (port: PortSpec, side: Side): Worded[] =>
    wiresFromEnd(pipeline, { nodeId: node.id, port: port.name }, side).map(({ edge, other }) => {
      const name = named(other.nodeId);
      const title = portTitle(other, side === 'outputs' ? 'inputs' : 'outputs');
      return {
        id: `${edge.from}>${edge.to}`,
        words: `${name} ${title}`,
        row: (
          <>
            <PortGlyph type={port.type} />
            <span className="mr-kind-words">
              <span className="mr-kind-title">{name}</span>
              <span className="mr-kind-help">{title}</span>
            </span>
          </>
        ),
        choose: () => {
          connectEnds(edge.from, edge.to);
          done(node.id);
        },
      };
    });

  const fresh = (port: PortSpec, side: Side, query: string): Choice[] => {
    const purpose = { type: 'wire', end: { nodeId: node.id, port: port.name }, side } as const;
    return searchKinds(
      kindsFor(pipeline.document, catalog, purpose, node.id, useDocument.getState().schemas),
      query,
      helps,
      glossary,
    ).map((kind) => ({
      id: `new-${side}-${port.name}-${kind.id}`,
      row: (
        <>
          <KindRow spec={kind} />
          <span className="mr-kind-stage">
            <Plus size={12} aria-hidden="true" /> {t('editor.newNode')}
          </span>
        </>
      ),
      choose: () => done(addKind(kind, { purpose, place: null, anchor: null })),
    }));
  };

  const present = (query: string): Choice[] =>
    pipeline.wires
      .filter(({ from, to }) => from.nodeId === node.id || to.nodeId === node.id)
      .map((wire): Worded => {
        const { edge, from, to, output } = wire;
        const place = pipeline.placeOf(wire);
        const out = from.nodeId === node.id;
        const other = named((out ? to : from).nodeId);
        return {
          id: `cut-${edge.from}>${edge.to}`,
          group: t('editor.presentWires'),
          words: other,
          row: (
            <>
              {output === undefined ? null : <PortGlyph type={output.type} />}
              <span className="mr-kind-words">
                <span className="mr-kind-title">{t(out ? 'editor.cutTo' : 'editor.cutFrom', { name: other })}</span>
                {!out && place !== null && (
                  <span className="mr-kind-help">{t('editor.placeOf', { at: place.at + 1, of: place.of })}</span>
                )}
              </span>
              <Unplug size={13} aria-hidden="true" />
            </>
          ),
          choose: () => {
            removeWire(edge);
            done(node.id);
          },
        };
      })
      .filter((choice) => choice.words.toLowerCase().includes(query.trim().toLowerCase()));

  // A node that still waits for an input is most likely to be given it.
  const waits = inputs.some(({ name, optional }) => optional !== true && pipeline.into(node.id, name).length === 0);
  const search = (query: string): Choice[] => {
    const wanted = query.trim().toLowerCase();
    const ofPort = (port: PortSpec, side: Side): Choice[] => {
      const into = port.many === true ? 'editor.intoMany' : 'editor.intoInput';
      const group = t(side === 'outputs' ? 'editor.fromOutput' : into, { port: say(port.title) });
      const matching = existing(port, side).filter((choice) => choice.words.toLowerCase().includes(wanted));
      return [...matching, ...fresh(port, side, query)].map((choice) => ({ ...choice, group }));
    };
    const outOf = outputs.flatMap((port) => ofPort(port, 'outputs'));
    const into = inputs.flatMap((port) => ofPort(port, 'inputs'));
    return [...(waits ? [...into, ...outOf] : [...outOf, ...into]), ...present(query)];
  };
  return (
    <ChoiceList
      label={t('editor.connectNode', { name: nodeName(node, say) })}
      placeholder={t('editor.searchTargets')}
      anchor={useEditor.getState().view?.pagePoint({ x: node.position.x + 230, y: node.position.y }) ?? null}
      search={search}
      none={() => t('editor.nothingFits')}
      onClose={close}
    />
  );
}
