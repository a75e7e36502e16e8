import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode, useRef, useState } from 'react';
import type { Point } from '../../graph/geometry';
import { speaksEveryTick } from '../../graph/port-types';
import { useDocument } from '../../store/document/document-store';
import { useRun } from '../../store/run/run-store';
import { lazyPart } from '../../ui/parts/lazy-part';
import type { FlowEdge } from '../canvas/flow-types';
import { useEditor } from '../editor-store';
import { ChangeMark, useChampionChange } from './FeedbackWire';
import { useLiveWires } from './live-wires';
import { useRoute, type Way } from './use-route';

const WireLabel = lazyPart(async () => (await import('./WireLabel')).WireLabel, { failed: () => null });

const HIDE_AFTER_MS = 140;
/** What more chosen wires than these say would lie over each other. */
const FEW = 3;

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
  const few = useDocument((state) => selected && state.selection.edges.length <= FEW);
  const shown = few || hovered;
  if (data === undefined) return null;
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
      data-lit={selected || hovered || undefined}
      onMouseEnter={() => hover(true)}
      onMouseLeave={() => hover(false)}
    >
      <BaseEdge path={path} interactionWidth={18} />
      {shown && (
        <EdgeLabelRenderer>
          <WireLabel data={data} source={source} middle={middle} onHover={hover} />
        </EdgeLabelRenderer>
      )}
    </g>
  );
}
