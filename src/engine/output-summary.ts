import type { WireSchema } from '../graph/schema-types';
import { formatOf } from '../models/bodies';
import { decidesAsUsual } from '../models/decision';
import { decisionWords } from '../models/decision-words';
import { keptRound } from '../models/kept-figures';
import type { Outputs, WireValue } from '../nodes/contract/runner';
import { flatteryIn } from '../nodes/risks/flattering';
import type { EvaluationReport } from '../stats/metrics/report';
import type { DataNote } from '../table/notes';
import { partSizes } from '../table/rows';
import { schemaOf } from '../table/schema';
import type { PartName } from '../table/table';
import type { OutputSummary } from './events';
import type { NodeReport } from './report';

/**
 * What the canvas and the command line say of an output. `inferred` is what was
 * known of it before running: which steps were fitted before a split stands there alone.
 */
export function summarize(value: WireValue, inferred: WireSchema | undefined, trainedHere: boolean): OutputSummary {
  switch (value.type) {
    case 'table': {
      const { table } = value;
      const schema = schemaOf(table, inferred?.type === 'table' ? inferred.fittedBeforeSplit : []);
      const flattery = flatteryIn(value.notes);
      return {
        schema: flattery.length === 0 ? schema : { ...schema, flattery },
        rows: table.rows,
        columns: table.columns.length,
        ...(table.partition === null ? {} : { parts: partSizes(table.partition) }),
        ...warningsOf(value.notes),
      };
    }
    case 'model': {
      const { task, target } = value.model;
      const { classes } = target;
      const decision = decisionWords(value.model);
      const carried = formatOf(value.model.body).carriedRows?.(value.model.body) ?? 0;
      return {
        schema: { type: 'model', task, target: target.name, ...(classes === undefined ? {} : { classes }) },
        ...(trainedHere ? trainedFigures(keptRound(value.model)) : {}),
        ...(decision === null || decidesAsUsual(value.model) ? {} : { decision }),
        ...(carried === 0 ? {} : { carriedRows: carried }),
      };
    }
    case 'report': {
      const part = headlinePart(value.report);
      const headline = part === undefined ? undefined : value.report.parts[part];
      return {
        schema: { type: 'report' },
        ...(part === undefined || headline === undefined
          ? {}
          : { rows: headline.rows, metrics: headline.metrics, part }),
      };
    }
  }
}

/** The figures of the round that was kept, and the part that they are best judged by. */
function trainedFigures(metrics: ReturnType<typeof keptRound>): Pick<OutputSummary, 'metrics' | 'part'> {
  const isValidated = Object.keys(metrics).some((name) => name.startsWith('validation'));
  return { metrics, part: isValidated ? 'validation' : 'train' };
}

/** What of the data a person should look at. */
function warningsOf(notes: readonly DataNote[] = []): Pick<OutputSummary, 'warnings'> {
  const warnings = notes.filter((note) => note.severity === 'warning');
  return warnings.length === 0 ? {} : { warnings };
}

/** The part a report is judged by: test, else validation, else train. */
function headlinePart(report: EvaluationReport): PartName | undefined {
  return (['test', 'validation', 'train'] as const).find((part) => report.parts[part] !== undefined);
}

/** The figures a run report holds of a node's outputs. */
export function reportFigures(outputs: Outputs): Figures {
  const [telling] = Object.values(outputs).sort((a, b) => TELLS[a.type] - TELLS[b.type]);
  return telling === undefined ? {} : figuresOf(telling);
}

type Figures = Pick<NodeReport, 'rows' | 'metrics'>;

/** Which of several outputs tells most of a node, lowest first. */
const TELLS: Readonly<Record<WireValue['type'], number>> = { report: 0, table: 1, model: 2 };

function figuresOf(value: WireValue): Figures {
  switch (value.type) {
    case 'report':
      return evaluated(value.report);
    case 'table':
      return { rows: value.table.rows };
    case 'model':
      return {};
  }
}

function evaluated(report: EvaluationReport): Figures {
  const headline = headlinePart(report);
  const main = headline === undefined ? undefined : report.parts[headline];
  if (main === undefined) return {};
  const rest: Record<string, Readonly<Record<string, number | null>>> = {};
  for (const part of ['train', 'validation'] as const) {
    const evaluation = report.parts[part];
    if (part !== headline && evaluation !== undefined) rest[part] = evaluation.metrics;
  }
  return { rows: main.rows, metrics: { ...main.metrics, ...rest } };
}
