import type { ModelVersion } from '../../worker/live-protocol';

/** The versions of one line, newest first, as the page shows them. */
export interface VersionLine {
  readonly name: string;
  readonly versions: readonly ModelVersion[];
  readonly champion: ModelVersion | null;
  /** Whether another version than the champion has served. */
  readonly canGoBack: boolean;
}

/** What tells versions apart: the same model may stand in two lines. */
export const versionKey = ({ line, id }: ModelVersion): string => `${id} ${line}`;

/** Versions by line; the line with the newest version comes first. */
export function linesOf(versions: readonly ModelVersion[]): readonly VersionLine[] {
  return [...new Set(versions.map(({ line }) => line))].map((name) => {
    const members = versions.filter(({ line }) => line === name);
    const champion = members.find(({ stage }) => stage === 'champion') ?? null;
    const served = ({ moves }: ModelVersion): boolean => moves.some(({ stage }) => stage === 'champion');
    return {
      name,
      versions: members.toSorted((a, b) => b.number - a.number),
      champion,
      canGoBack: champion !== null && members.some((version) => version !== champion && served(version)),
    };
  });
}
