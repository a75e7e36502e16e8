import { useStore } from '@xyflow/react';
import { ChevronRight, RefreshCw } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { laneOf } from '../../graph/lane-of';
import { nodeBox } from '../../graph/route/port-places';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { STAGES } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { stageWord } from '../node/node-words';
import { StageHead } from '../stages/StageHead';
import { computeLanes, type Lanes } from './lanes';

/** A lane too narrow on the screen for its words shows its number alone. */
const WORDS_FROM_PX = 96;
const CHEVRON_FROM_PX = 190;

function useLanes(): Lanes | null {
  const nodes = useDocument((state) => state.document.nodes);
  return useMemo(
    () =>
      computeLanes(
        nodes.flatMap((node) => {
          const compiled = catalog.compileNode(node);
          return compiled.spec === undefined && compiled.node.group === undefined
            ? []
            : [{ ...nodeBox(compiled), stage: laneOf(compiled) }];
        }),
      ),
    [nodes],
  );
}

/** The textbook's stages behind the nodes: columns that the nodes lie in, named at the top of the canvas wherever it is panned. */
export function StageLanes(): ReactNode {
  const words = useT();
  const lanes = useLanes();
  const [x, y, zoom] = useStore((state) => state.transform);
  if (lanes === null) return null;
  if (lanes.layout === 'chips') {
    return (
      <ul className="mr-lane-chips" aria-label={words.t('editor.stages')}>
        {lanes.stages.map(({ stage, count }) => (
          <li key={stage}>
            <StageHead stage={stage} className="mr-lane-chip">
              {stageWord(words, stage)} <span>{count}</span>
            </StageHead>
          </li>
        ))}
      </ul>
    );
  }
  const { band } = lanes;
  return (
    <>
      <div className="mr-lanes" aria-hidden="true">
        {lanes.lanes.map(({ stage, left, right }) => (
          <div
            key={stage}
            className="mr-lane"
            data-stage={stage}
            style={{ transform: `translateX(${x + left * zoom}px)`, width: (right - left) * zoom }}
          />
        ))}
        {band !== null && (
          <div
            className="mr-lane-band"
            style={{
              transform: `translate(${x + band.left * zoom}px, ${y + band.top * zoom}px)`,
              width: (band.right - band.left) * zoom,
              height: (band.bottom - band.top) * zoom,
            }}
          />
        )}
      </div>
      <ol className="mr-lane-heads" aria-label={words.t('editor.stages')}>
        {lanes.lanes.map(({ stage, left, right }, index) => {
          const width = (right - left) * zoom;
          return (
            <li
              key={stage}
              className="mr-lane-head"
              data-stage={stage}
              style={{ transform: `translateX(${x + left * zoom}px)`, width }}
              title={stageWord(words, stage)}
            >
              {index > 0 && width >= CHEVRON_FROM_PX && (
                <ChevronRight className="mr-lane-next" size={14} aria-hidden="true" />
              )}
              <StageHead stage={stage}>
                <span className="mr-lane-number">{STAGES.indexOf(stage) + 1}</span>
                <span className={width < WORDS_FROM_PX ? 'sr-only' : 'mr-lane-name'}>{stageWord(words, stage)}</span>
              </StageHead>
            </li>
          );
        })}
        {band !== null && (
          <li
            className="mr-lane-loop"
            style={{ transform: `translate(${x + band.left * zoom}px, ${y + band.top * zoom}px)` }}
          >
            <StageHead stage="retrain">
              <RefreshCw size={12} aria-hidden="true" />
              <span className="mr-lane-name">{stageWord(words, 'retrain')}</span>
            </StageHead>
          </li>
        )}
      </ol>
    </>
  );
}
