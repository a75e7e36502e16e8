import { useStore } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Point } from '../../graph/geometry';
import { portTypeName } from '../../graph/port-types';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { usePipeline } from '../../store/document/pipeline';
import { useRun } from '../../store/run/run-store';
import { useView } from '../../store/view/view-store';
import type { FlowEdge } from '../canvas/flow-types';
import { removeWire } from '../edit-actions';
import { openAdd } from '../editor-store';
import { outputWords, schemaWords } from '../node/node-words';
import { clearOfTitles } from './clear-of-titles';

interface WireLabelProps {
  readonly data: NonNullable<FlowEdge['data']>;
  readonly source: string;
  readonly middle: Point;
  readonly onHover: (on: boolean) => void;
}

/** What a wire carries, and what can be done to it, beside the wire where that hides no title. */
export function WireLabel({ data, source, middle, onHover }: WireLabelProps): ReactNode {
  const zoom = useStore((state) => state.transform[2]);
  const at = clearOfTitles(usePipeline(), middle, zoom);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the label while the pointer is on it
    <div
      className="mr-wire-label nodrag nopan"
      data-type={data.type}
      style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      onMouseEnter={() => onHover(true)}
      onMouseLeave={() => onHover(false)}
    >
      <Says data={data} source={source} />
    </div>
  );
}

function Says({ data, source }: Pick<WireLabelProps, 'data' | 'source'>): ReactNode {
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
