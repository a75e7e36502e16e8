import type { Text } from '../../lib/text';
import type { DataNote } from '../notes';

const SHOWN = 10;

interface Finding {
  count: number;
  readonly rows: number[];
  readonly examples: string[];
}

/** Gathers what is found cell by cell: all are counted, the first few are kept. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  add(code: string, line: number | undefined, example?: string): void {
    let finding = this.#found.get(code);
    if (finding === undefined) {
      finding = { count: 0, rows: [], examples: [] };
      this.#found.set(code, finding);
    }
    finding.count++;
    if (line !== undefined && finding.rows.length < SHOWN && !finding.rows.includes(line)) finding.rows.push(line);
    if (example !== undefined && finding.examples.length < SHOWN && !finding.examples.includes(example)) {
      finding.examples.push(example);
    }
  }

  count(code: string): number {
    return this.#found.get(code)?.count ?? 0;
  }

  /** The note of one code, or nothing where it never happened. */
  note(code: string, severity: DataNote['severity'], message: (count: number) => Text, column?: string): DataNote[] {
    const finding = this.#found.get(code);
    if (finding === undefined) return [];
    const { count, rows, examples } = finding;
    return [
      {
        code,
        severity,
        message: message(count),
        count,
        ...(column === undefined ? {} : { column }),
        ...(rows.length === 0 ? {} : { rows }),
        ...(examples.length === 0 ? {} : { examples }),
      },
    ];
  }
}
