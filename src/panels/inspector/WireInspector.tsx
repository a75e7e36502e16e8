import type { PipelineEdge } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { nodeName } from '../../store/document/node-name';
import { usePipeline } from '../../store/document/pipeline';
import { Skeleton } from '../../ui/Progress';
import { lazyPart } from '../../ui/parts/lazy-part';
import { CodeSection } from '../python/CodeSection';
import { Section } from '../Section';
import { NodeOutputs } from './NodeOutputs';
import { shownOutputs } from './shown-outputs';

const WireCode = lazyPart(async () => (await import('../python/WireCode')).WireCode, {
  waiting: () => <Skeleton className="h-20" />,
});

/** Everything about one wire: where it leads, what it carries, and how that is made. */
export function WireInspector({ edge }: { edge: PipelineEdge }) {
  const { t, say } = useT();
  const pipeline = usePipeline();
  const wire = pipeline.wire(edge);
  if (wire === undefined) return null;
  const from = pipeline.node(wire.from.nodeId);
  const names = { from: nodeName(from?.node, say), to: nodeName(pipeline.node(wire.to.nodeId)?.node, say) };
  const outputs = from === undefined ? [] : shownOutputs(from.node).filter(({ name }) => name === wire.from.port);
  return (
    <div className="flex flex-col">
      <Section title={t('inspector.wire')}>
        <p className="text-quiet">{t('inspector.wireHelp', names)}</p>
      </Section>
      {outputs.length > 0 && (
        <Section title={t('inspector.carries')}>
          <NodeOutputs outputs={outputs} />
        </Section>
      )}
      {from?.spec !== undefined && (
        <CodeSection>
          <WireCode key={wire.from.nodeId} nodeId={wire.from.nodeId} />
        </CodeSection>
      )}
    </div>
  );
}
