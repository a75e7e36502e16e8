import '../../../src/panels/live/words';
import { useEffect } from 'react';
import { useEngine } from '../../../src/panels/engine-context';
import { DriftView } from '../../../src/panels/live/DriftView';
import { EventEvidence } from '../../../src/panels/live/EventEvidence';
import { EventTable } from '../../../src/panels/live/EventTable';
import { FairnessView } from '../../../src/panels/live/FairnessView';
import { LiveTools } from '../../../src/panels/live/LiveTools';
import { type LiveView, LiveViewProvider } from '../../../src/panels/live/live-view';
import { Overview } from '../../../src/panels/live/Overview';
import { PerformanceView } from '../../../src/panels/live/PerformanceView';
import { QualityView } from '../../../src/panels/live/QualityView';
import { Standings } from '../../../src/panels/live/Standings';
import { Timeline } from '../../../src/panels/live/Timeline';
import { TriggerView } from '../../../src/panels/live/TriggerView';
import { useSessionView } from '../../../src/panels/live/use-session-view';
import { openPipelineText } from '../../../src/store/document/open-pipeline';
import { connectLive, useLive } from '../../../src/store/live/live-store';
import { connectEngine } from '../../../src/store/run/run-store';
import type { EngineClient } from '../../../src/worker/protocol';
import { Specimen } from '../Specimen';

const TEMPLATE = 'fairness-drift.json';

/** Plays a template's loop to its end, as fast as it goes. */
async function play(engine: EngineClient): Promise<void> {
  connectEngine(engine);
  connectLive(engine.live, engine.models);
  await openPipelineText(TEMPLATE, await (await fetch(`/templates/${TEMPLATE}`)).text());
  useLive.setState({ speed: null });
  await useLive.getState().start();
}

let begun = false;

/** The views of a real loop, beside each other. */
export function LiveViews() {
  const engine = useEngine();
  const phase = useLive((state) => state.phase);
  const view = useSessionView();
  useEffect(() => {
    if (begun) return;
    begun = true;
    void play(engine);
  }, [engine]);
  return (
    <div data-phase={phase} className="flex flex-col gap-4">
      {phase === 'ended' && view !== null && <Views view={view} />}
    </div>
  );
}

function Views({ view }: { view: LiveView }) {
  const { events } = view.live.getState().history;
  const kinds = new Map(events.map((event) => [event.type, event]));
  return (
    <LiveViewProvider view={view}>
      <Specimen wide name="LiveTools, Timeline, Overview">
        <div className="border border-line bg-surface">
          <LiveTools />
          <Timeline />
          <Overview />
        </div>
      </Specimen>
      <Specimen wide name="Standings">
        <Standings />
      </Specimen>
      <Specimen wide name="PerformanceView">
        <PerformanceView height={260} />
      </Specimen>
      <Specimen wide name="DriftView">
        <DriftView height={260} />
      </Specimen>
      <Specimen wide name="FairnessView">
        <FairnessView height={260} />
      </Specimen>
      <Specimen wide name="QualityView">
        <QualityView height={260} />
      </Specimen>
      <Specimen wide name="TriggerView">
        <TriggerView />
      </Specimen>
      <Specimen wide name="EventTable">
        <div className="flex h-80 flex-col border border-line">
          <EventTable />
        </div>
      </Specimen>
      <div className="flex flex-wrap gap-4">
        {[...kinds].map(([type, event]) => (
          <Specimen key={type} name={`EventEvidence: ${type}`}>
            <EventEvidence event={event} />
          </Specimen>
        ))}
      </div>
    </LiveViewProvider>
  );
}
