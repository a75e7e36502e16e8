import { BaseEdge, EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo, type ReactNode, useRef, useState } from 'react';
import type { Point } from '../../graph/geometry';
import { portTypeName, speaksEveryTick } from '../../graph/port-types';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { pipelineNow } from '../../store/document/pipeline';
import { useRun } from '../../store/run/run-store';
import { useView } from '../../store/view/view-store';
import type { FlowEdge } from '../canvas/flow-types';
import { removeWire } from '../edit-actions';
import { openAdd, useEditor } from '../editor-store';
import { outputWords, schemaWords } from '../node/node-words';
import { clearOfTitles } from './clear-of-titles';
import { ChangeMark, useChampionChange } from './FeedbackWire';
import { useLiveWires } from './live-wires';
import { useRoute, type Way } from './use-route';

const HIDE_AFTER_MS = 140;

/** How far the first and the last wire at an input that takes many end from each other, in pixels. */
const FAN = 12;
/** How near to each other two of them may end where there are few. */
const FAN_STEP = 5;

/** Wires at an input that takes many end in their order, from above to below. */
function fannedOut({ place }: Pick<NonNullable<FlowEdge['data']>, 'place'>): number {
  if (place === null || place.of < 2) return 0;
  return (place.at - (place.of - 1) / 2) * Math.min(FAN_STEP, FAN / (place.of - 1));
}

/** A typed wire. It moves only while it really carries something. */
export const Wire = memo(function Wire(props: EdgeProps<FlowEdge>): ReactNode {
  const { data, targetY } = props;
  const ends = { ...props, targetY: targetY + (data === undefined ? 0 : fannedOut(data)) };
  const route = useRoute(ends);
  return data?.feedback === true ? (
    <Loop {...ends} route={route} />
  ) : (
    <Line {...ends} path={route.d} middle={route.label} />
  );
});

function Loop({ route, ...ends }: EdgeProps<FlowEdge> & { readonly route: Way }): ReactNode {
  const change = useChampionChange(ends.target);
  return (
    <>
      <Line {...ends} path={route.d} middle={route.label} changed={change !== null} />
      {change !== null && <ChangeMark path={route} change={change} />}
    </>
  );
}

/** Whether a wire carries something just now: in a run while its node takes its data in, in the loop tick by tick. */
function useCarries({ source, target, data }: Pick<EdgeProps<FlowEdge>, 'source' | 'target' | 'data'>): boolean {
  const run = useRun((state) => state.nodes[target]?.status === 'running');
  const live = useLiveWires((state) => {
    if (data?.live !== true) return false;
    return speaksEveryTick(data.type) ? state.ticking : state.speaking.has(source);
  });
  return run || live;
}

interface LineProps extends Omit<EdgeProps<FlowEdge>, 'path' | 'label'> {
  readonly path: string;
  readonly middle: Point;
  readonly changed?: boolean;
}

function Line(props: LineProps): ReactNode {
  const { data, selected = false, source, path, middle, changed } = props;
  const [hovered, setHovered] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moving = useCarries(props);
  const splicing = useEditor((state) => state.spliceOver !== null && state.spliceOver === data?.edge);
  const shown = selected || hovered;
  const zoom = useStore((state) => (shown ? state.transform[2] : 1));
  if (data === undefined) return null;
  const at = shown ? clearOfTitles(pipelineNow(), middle, zoom) : middle;
  const hover = (on: boolean): void => {
    clearTimeout(timer.current);
    if (on) setHovered(true);
    else timer.current = setTimeout(() => setHovered(false), HIDE_AFTER_MS);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only shows what selecting shows too
    <g
      className="mr-wire"
      data-type={data.type}
      data-feedback={data.feedback || undefined}
      data-moving={(moving && changed !== true) || undefined}
      data-splice={splicing || undefined}
      data-changed={changed || undefined}
      data-lit={shown || undefined}
      onMouseEnter={() => hover(true)}
      onMouseLeave={() => hover(false)}
    >
      <BaseEdge path={path} interactionWidth={18} />
      {shown && (
        <EdgeLabelRenderer>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the label while the pointer is on it */}
          <div
            className="mr-wire-label nodrag nopan"
            data-type={data.type}
            style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
            onMouseEnter={() => hover(true)}
            onMouseLeave={() => hover(false)}
          >
            <WireLabel data={data} source={source} />
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
}

function WireLabel({ data, source }: { data: NonNullable<FlowEdge['data']>; source: string }): ReactNode {
  const { edge, type, port, place } = data;
  const words = useT();
  const { t, say } = words;
  const output = useRun((state) => state.nodes[source]?.outputs[port]);
  const schema = useDocument((state) => state.schemas[source]?.[port]);
  const says = output === undefined ? schemaWords(words, schema) : outputWords(words, output);
  return (
    <>
      <button
        type="button"
        className="mr-wire-button"
        aria-label={t('editor.insertHere')}
        title={t('editor.insertHere')}
        onClick={(event) =>
          openAdd({ purpose: { type: 'splice', edge }, anchor: { x: event.clientX, y: event.clientY } })
        }
      >
        <Plus size={12} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="mr-wire-says"
        title={t('editor.lookAtOutput')}
        onClick={() => useView.getState().look(source, port)}
      >
        {place !== null && <b className="tabular">{t('editor.placeOf', { at: place.at + 1, of: place.of })} · </b>}
        {says || say(portTypeName(type))}
      </button>
      <button
        type="button"
        className="mr-wire-button"
        aria-label={t('editor.removeWire')}
        title={t('editor.removeWire')}
        onClick={() => removeWire(edge)}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </>
  );
}
