import { useEffect, useState } from 'react';
import { standsFor } from '../graph/group-port';
import { nameAt } from '../graph/node-name';
import { useT } from '../i18n/use-t';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import { metricWords, writeMetric } from '../panels/metric-words';
import { useDocument } from '../store/document/document-store';
import { partWord } from '../store/run/headline-figures';
import type { RunState } from '../store/run/run-state';
import { useRun } from '../store/run/run-store';
import { type News, useNotices } from '../store/view/notice-store';
import { useView } from '../store/view/view-store';
import type { PartName } from '../table/table';
import { useDialogs } from './dialogs';

const FIRST = ['accuracy', 'rmse', 'r2'];

/** The first headline figure of the reports of a run. */
function headlineOf(state: RunState): readonly [name: string, value: number, part: PartName | undefined] | null {
  for (const node of Object.values(state.nodes)) {
    for (const output of Object.values(node.outputs)) {
      if (output.schema.type !== 'report') continue;
      for (const name of FIRST) {
        const value = output.metrics?.[name];
        if (typeof value === 'number') return [name, value, output.part];
      }
    }
  }
  return null;
}

/** What to say of a run in which a node failed: which one, for it may be far from sight, and why. */
function failureOf({ nodes }: RunState): News {
  const failed = Object.entries(nodes).find(([, { status }]) => status === 'failed');
  const news = { severity: 'error', subject: 'run', leadsTo: 'problems' } as const;
  if (failed === undefined) return { ...news, message: text('The run failed', '실행하지 못했어요') };
  const [id, { failure }] = failed;
  const { en, ko } = nameAt(catalog.compile(useDocument.getState().document), standsFor(id));
  if (failure === null) return { ...news, message: text(`${en} failed`, `${ko}: 실패했어요`) };
  const { message, hint } = failure;
  return { ...news, message: text(`${en}: ${message.en}`, `${ko}: ${message.ko}`), hint };
}

/** Opens the charts when a model begins to train, and says what came of a run once it is over: returns what is to be heard of it. */
export function useRunNews(): string {
  const [heard, setHeard] = useState('');
  const { t, language } = useT();
  useEffect(() => {
    let dockAtStart: string | null = null;
    return useRun.subscribe((now, before) => {
      if (now.running && !before.running) {
        dockAtStart = useView.getState().dock;
        setHeard('');
        useNotices.getState().settle('run');
      }
      if (now.running && dockAtStart !== null) {
        const training = Object.values(now.nodes).some((node) => node.status === 'running' && node.points.length > 0);
        if (training) {
          // Only where the reader has not turned elsewhere meanwhile.
          if (useView.getState().dock === dockAtStart) useView.getState().offerDock('charts');
          dockAtStart = null;
        }
      }
      if (before.running && !now.running && now.runId === before.runId) {
        dockAtStart = null;
        // This dialog runs the pipeline, and says itself what came of it.
        if (useDialogs.getState().open?.type === 'python') return;
        if (now.lastStatus === 'failed') {
          useNotices.getState().notify(failureOf(now));
        } else if (now.lastStatus === 'completed') {
          // The last events of a run may arrive a batch after its end.
          setTimeout(() => {
            const settled = useRun.getState();
            const headline = settled.runId === now.runId && !settled.running ? headlineOf(settled) : null;
            const words = headline && metricWords(headline[0]);
            if (!headline || !words) return;
            // The node shows it: this is for those who hear the page.
            const part = headline[2] === undefined ? '' : `${t(partWord[headline[2]])} `;
            setHeard(
              `${part}${t(words.title)} ${writeMetric(language, headline[0], headline[1])}. ${t('app.finished')}`,
            );
          }, 200);
        }
      }
    });
  }, [t, language]);
  return heard;
}
