import { useEffect, useState } from 'react';
import { useT } from '../i18n/use-t';
import { metricWords, writeMetric } from '../panels/metric-words';
import type { RunState } from '../store/run/run-state';
import { useRun } from '../store/run/run-store';
import { useView } from '../store/view/view-store';
import { useToast } from '../ui/Toasts';
import { useDialogs } from './dialogs';

const FIRST = ['accuracy', 'rmse', 'r2'];

/** The first headline figure of the reports of a run. */
function headlineOf(state: RunState): readonly [name: string, value: number] | null {
  for (const node of Object.values(state.nodes)) {
    for (const output of Object.values(node.outputs)) {
      if (output.schema.type !== 'report') continue;
      for (const name of FIRST) {
        const value = output.metrics?.[name];
        if (typeof value === 'number') return [name, value];
      }
    }
  }
  return null;
}

/** Opens the charts when a model begins to train, and says what came of a run once it is over: returns what is to be heard of it. */
export function useRunNews(): string {
  const [heard, setHeard] = useState('');
  const { t, language } = useT();
  const toast = useToast();
  useEffect(() => {
    let dockAtStart: string | null = null;
    return useRun.subscribe((now, before) => {
      if (now.running && !before.running) {
        dockAtStart = useView.getState().dock;
        setHeard('');
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
        const { showDock } = useView.getState();
        if (now.lastStatus === 'failed') {
          toast({
            tone: 'failed',
            title: t('app.failed'),
            action: { label: t('panels.problems'), run: () => showDock('problems') },
          });
        } else if (now.lastStatus === 'completed') {
          // The last events of a run may arrive a batch after its end.
          setTimeout(() => {
            const settled = useRun.getState();
            const headline = settled.runId === now.runId && !settled.running ? headlineOf(settled) : null;
            const words = headline && metricWords(headline[0]);
            if (!headline || !words) return;
            // The node shows it: this is for those who hear the page.
            setHeard(`${t(words.title)} ${writeMetric(language, headline[0], headline[1])}. ${t('app.finished')}`);
          }, 200);
        }
      }
    });
  }, [t, language, toast]);
  return heard;
}
