import type { LiveModel, RetrainJob } from '../../contract/live';
import type { RowRange } from '../../contract/row-range';
import type { TrainParams } from './params';

/** The labelled rows that a job would train on now; may be empty. */
export function trainingRows(
  params: TrainParams,
  champion: LiveModel,
  { labelledTo, sinceRow }: { readonly labelledTo: number; readonly sinceRow: number | null },
): RowRange {
  const to = Math.max(0, labelledTo - params.holdOut);
  const earliest = params.rows === 'window' ? Math.max(0, to - params.window) : 0;
  const since =
    params.since === 'drift' ? (sinceRow ?? 0) : params.since === 'champion' ? (champion.trainedOn?.to ?? 0) : 0;
  return { from: Math.min(to, Math.max(earliest, since)), to };
}

/** The rows that a model's weights have learned from, as far as they are known. Replayed rows lie among earlier ones. */
export const learnedRows = ({ learned, trainedOn }: LiveModel): readonly RowRange[] =>
  learned ?? (trainedOn === null ? [] : [trainedOn]);

/** The job on these rows. */
export function jobOf(
  id: string,
  params: TrainParams,
  champion: LiveModel,
  stream: string,
  rows: RowRange,
): RetrainJob {
  const about = { id, deployment: champion.deployment, stream, rows };
  if (params.mode === 'full') {
    return { ...about, mode: 'full', halfLife: params.rows === 'weighted' ? params.halfLife : null };
  }
  const { epochs, learningRateFactor, replayShare } = params;
  const wanted = Math.round(((rows.to - rows.from) * replayShare) / (1 - replayShare));
  const replayed = Math.min(wanted, rows.from);
  return {
    ...about,
    mode: 'incremental',
    base: champion.version,
    epochs,
    learningRateFactor,
    replay: replayed === 0 ? null : { from: { from: 0, to: rows.from }, rows: replayed },
  };
}
