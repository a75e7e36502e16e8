import { Plus, Unplug } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { portOf } from '../graph/catalog';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { parseEnd, wireEnd } from '../graph/wire';
import { type Translator, useT } from '../i18n/use-t';
import { catalog } from '../nodes/catalog';
import type { PortSpec } from '../nodes/kind';
import { useDocument } from '../store/document-store';
import { type Choice, ChoiceList } from './ChoiceList';
import { addKind, connectEnds, removeWire } from './edit-actions';
import { useEditor } from './editor-store';
import { focusNode } from './focus-node';
import { KindRow } from './KindRow';
import { kindsFor } from './kind-choices';
import { searchKinds } from './kind-search';
import { PortGlyph } from './PortGlyph';
import { wiresFromEnd } from './plan-wires';

type Side = 'outputs' | 'inputs';
interface Worded extends Choice {
  readonly words: string;
}

/** Wires a node by keyboard: each of its ports with everything that fits it, and its present wires to take away. */
export function ConnectList(): ReactNode {
  const nodeId = useEditor((state) => state.connecting);
  const document = useDocument((state) => state.document);
  const node = document.nodes.find((candidate) => candidate.id === nodeId);
  return node === undefined ? null : <Choices node={node} document={document} />;
}

const close = (): void => useEditor.setState({ connecting: null });

export const nodeName = ({ say }: Translator, node: PipelineNode | undefined): string => {
  if (node === undefined) return '';
  const title = catalog.kind(node.kind)?.title;
  return node.label || (title === undefined ? node.kind : say(title));
};

function Choices({ node, document }: { node: PipelineNode; document: PipelineDocument }): ReactNode {
  const words = useT();
  const { t, say } = words;
  const spec = catalog.kind(node.kind);
  const nodes = useMemo(() => new Map(document.nodes.map((other) => [other.id, other])), [document]);
  const portTitle = (end: string, side: Side): string => {
    const { nodeId, port } = parseEnd(end);
    const found = catalog.kind(nodes.get(nodeId)?.kind ?? '')?.[side].find((candidate) => candidate.name === port);
    return found === undefined ? port : say(found.title);
  };
  const done = (focus: string): void => {
    close();
    focusNode(focus);
  };

  const existing = (port: PortSpec, side: Side): Worded[] =>
    wiresFromEnd(document, catalog, wireEnd(node.id, port.name), side).map((edge) => {
      const end = side === 'outputs' ? edge.to : edge.from;
      const other = nodes.get(parseEnd(end).nodeId);
      const name = nodeName(words, other);
      const title = portTitle(end, side === 'outputs' ? 'inputs' : 'outputs');
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
    const purpose = { type: 'wire', end: wireEnd(node.id, port.name), side } as const;
    return searchKinds(kindsFor(document, catalog, purpose, node.id, useDocument.getState().schemas), query).map(
      (kind) => ({
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
      }),
    );
  };

  const present = (query: string): Choice[] =>
    document.edges
      .filter((edge) => parseEnd(edge.from).nodeId === node.id || parseEnd(edge.to).nodeId === node.id)
      .map((edge): Worded => {
        const out = parseEnd(edge.from).nodeId === node.id;
        const other = nodeName(words, nodes.get(parseEnd(out ? edge.to : edge.from).nodeId));
        const type = portOf(
          catalog.kind(nodes.get(parseEnd(edge.from).nodeId)?.kind ?? ''),
          'outputs',
          parseEnd(edge.from).port,
        )?.type;
        return {
          id: `cut-${edge.from}>${edge.to}`,
          group: t('editor.presentWires'),
          words: other,
          row: (
            <>
              {type === undefined ? null : <PortGlyph type={type} />}
              <span className="mr-kind-words">
                <span className="mr-kind-title">{t(out ? 'editor.cutTo' : 'editor.cutFrom', { name: other })}</span>
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
  const waits = (spec?.inputs ?? []).some(
    (port) => port.optional !== true && !document.edges.some((edge) => edge.to === wireEnd(node.id, port.name)),
  );
  const search = (query: string): Choice[] => {
    const wanted = query.trim().toLowerCase();
    const ofPort = (port: PortSpec, side: Side): Choice[] => {
      const group = t(side === 'outputs' ? 'editor.fromOutput' : 'editor.intoInput', { port: say(port.title) });
      const matching = existing(port, side).filter((choice) => choice.words.toLowerCase().includes(wanted));
      return [...matching, ...fresh(port, side, query)].map((choice) => ({ ...choice, group }));
    };
    const outputs = (spec?.outputs ?? []).flatMap((port) => ofPort(port, 'outputs'));
    const inputs = (spec?.inputs ?? []).flatMap((port) => ofPort(port, 'inputs'));
    return [...(waits ? [...inputs, ...outputs] : [...outputs, ...inputs]), ...present(query)];
  };
  return (
    <ChoiceList
      label={t('editor.connectNode', { name: nodeName(words, node) })}
      placeholder={t('editor.searchTargets')}
      anchor={useEditor.getState().view?.pagePoint({ x: node.position.x + 230, y: node.position.y }) ?? null}
      search={search}
      none={() => t('editor.nothingFits')}
      onClose={close}
    />
  );
}
