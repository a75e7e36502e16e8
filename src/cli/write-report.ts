import type { RunReport } from '../engine/report';
import { type Text, text } from '../lib/text';
import { diskWords } from './disk-failure';
import { writeWhole } from './write-whole';

/** Writes the run report where one was asked for; says why it could not. */
export async function writeReport(path: string | undefined, report: RunReport): Promise<readonly Text[]> {
  if (path === undefined) return [];
  try {
    await writeWhole(path, `${JSON.stringify(report, null, 2)}\n`);
    return [];
  } catch (cause) {
    const why = diskWords(cause);
    return [text(`The report could not be written: ${why.en}`, `보고서를 쓰지 못했어요: ${why.ko}`)];
  }
}
