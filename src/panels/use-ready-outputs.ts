import { useMemo } from 'react';
import { standsFor } from '../graph/group-port';
import type { PortType } from '../graph/schema-types';
import { useT } from '../i18n/use-t';
import { useDocument } from '../store/document/document-store';
import { useRun } from '../store/run/run-store';
import { type ReadyOutput, readyOutputs } from './outputs';

/** The outputs that can be looked at, kept up to date. */
export function useReadyOutputs(type?: PortType): readonly ReadyOutput[] {
  const { say } = useT();
  const document = useDocument((state) => state.document);
  const runs = useRun((state) => state.nodes);
  return useMemo(() => readyOutputs(document, runs, say, type), [document, runs, say, type]);
}

/** What the person chose, or the selected node's, or else the last one that is not an empty table. */
export function pickOutput(
  outputs: readonly ReadyOutput[],
  chosen: { readonly nodeId: string; readonly port: string } | null,
  selected: readonly string[],
): ReadyOutput | undefined {
  return (
    outputs.find((output) => output.nodeId === chosen?.nodeId && output.port === chosen.port) ??
    outputs.find((output) => output.nodeId === chosen?.nodeId) ??
    outputs.find((output) => selected.includes(output.nodeId)) ??
    outputs.findLast((output) => selected.includes(standsFor(output.nodeId))) ??
    outputs.findLast((output) => output.type === 'table' && output.rows !== 0) ??
    outputs.at(-1)
  );
}
