import { Eye } from 'lucide-react';
import { portTypeName } from '../../graph/port-types';
import type { PortType, WireSchema } from '../../graph/schema-types';
import { formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { headlineFigures } from '../../store/run/headline-figures';
import { useRun } from '../../store/run/run-store';
import type { DockTab } from '../../store/view/dock-tabs';
import { useView } from '../../store/view/view-store';
import { Button } from '../../ui/Button';
import { metricWords, writeMetric } from '../metric-words';
import { partWord, taskWord } from '../words';
import type { ShownOutput } from './shown-outputs';

/** Where in the dock an output is looked at. */
const SHOWN_IN: Readonly<Record<PortType, DockTab>> = {
  table: 'data',
  model: 'data',
  report: 'results',
  stream: 'data',
  signal: 'data',
};

/** What comes out of a node: measured after a run, expected before it. */
export function NodeOutputs({ outputs }: { outputs: readonly ShownOutput[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {outputs.map((output) => (
        <OutputLine key={`${output.nodeId}.${output.port}`} {...output} />
      ))}
    </ul>
  );
}

function OutputLine({ nodeId, port, type, title }: ShownOutput) {
  const { t, say } = useT();
  const schemas = useDocument((state) => state.schemas[nodeId]);
  const run = useRun((state) => state.nodes[nodeId]);
  const look = useView((state) => state.look);
  const showDock = useView((state) => state.showDock);
  const summary = run?.outputs[port];
  const name = typeof title === 'string' ? title : say(title);
  return (
    <li className="flex items-center gap-2">
      <span
        className="size-2 shrink-0 rounded-full"
        style={{ background: `var(--port-${type})` }}
        title={say(portTypeName(type))}
      />
      <div className="min-w-0 flex-1">
        <div className="truncate">{name}</div>
        <div className="tabular truncate text-sm text-quiet">
          {summary ? <Measured summary={summary} /> : <Expected schema={schemas?.[port]} />}
        </div>
      </div>
      {summary && run?.key && (
        <Button
          small
          icon={<Eye size={14} />}
          aria-label={t('inspector.look', { name })}
          onClick={() => {
            look(nodeId, port);
            showDock(SHOWN_IN[type]);
          }}
        >
          {t('inspector.lookShort')}
        </Button>
      )}
    </li>
  );
}

function Measured({
  summary,
}: {
  summary: NonNullable<ReturnType<typeof useRun.getState>['nodes'][string]>['outputs'][string];
}) {
  const { t, say, language } = useT();
  if (summary.rows !== undefined && summary.columns !== undefined) {
    return t('inspector.rowsByColumns', { rows: summary.rows, columns: summary.columns });
  }
  if (summary.decision !== undefined) return say(summary.decision);
  const figures = Object.entries(headlineFigures(summary)).slice(0, 2);
  if (figures.length === 0) return say(portTypeName(summary.schema.type));
  const measured = summary.part === undefined ? '' : `${t(partWord[summary.part])}: `;
  return (
    measured +
    figures
      .map(([name, value]) => {
        const words = metricWords(name);
        return `${words ? t(words.title) : name} ${value === null ? t('panels.undefined') : words ? writeMetric(language, name, value) : formatNumber(language, value)}`;
      })
      .join(' · ')
  );
}

function Expected({ schema }: { schema: WireSchema | undefined }) {
  const { t } = useT();
  if (schema === undefined) return t('inspector.notYet');
  if (schema.type === 'table') {
    return t(schema.complete ? 'inspector.columnsExpected' : 'inspector.atLeastColumns', { n: schema.fields.length });
  }
  if (schema.type === 'model') return `${t(taskWord[schema.task])} · ${schema.target}`;
  return t('inspector.notYet');
}
