import './words';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { Section } from '../Section';
import { ModeSwitch } from './ModeSwitch';
import { NodeInspector } from './NodeInspector';
import { PipelineInspector } from './PipelineInspector';
import { WireInspector } from './WireInspector';

/** What is selected, and everything that can be set about it. */
export function Inspector() {
  const { t } = useT();
  const selected = useDocument((state) => state.selection.nodes);
  const nodes = useDocument((state) => state.document.nodes);
  const edges = useDocument((state) => state.selection.edges);
  const chosen = nodes.filter((node) => selected.includes(node.id));
  const [first] = chosen;
  if (first === undefined) {
    const [edge] = edges;
    return edges.length === 1 && edge !== undefined ? <WireInspector edge={edge} /> : <PipelineInspector />;
  }
  if (chosen.length === 1) return <NodeInspector node={first} />;
  const mode = chosen.every((node) => node.mode === first.mode) ? first.mode : 'on';
  return (
    <div className="flex flex-col">
      <Section title={t('inspector.many', { n: chosen.length })}>
        <p className="text-quiet">{t('inspector.manyHelp')}</p>
      </Section>
      <Section title={t('inspector.mode')}>
        <ModeSwitch nodeIds={chosen.map((node) => node.id)} mode={mode} />
      </Section>
    </div>
  );
}
