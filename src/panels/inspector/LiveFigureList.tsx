import '../live/words';
import { useT } from '../../i18n/use-t';
import type { JsonObject } from '../../lib/json';
import { figureWords } from '../../nodes/figures';
import { useLive } from '../../store/live/live-store';
import { factsOf } from '../live/event-facts';

/** A node's figures, called as those of events are. */
export function LiveFigureList({ kind, figures }: { kind: string; figures: JsonObject }) {
  const translator = useT();
  const history = useLive((state) => state.history);
  return (
    <dl className="tabular mt-1.5 flex flex-col text-sm">
      {factsOf(figures, figureWords(kind), translator, history).map(([name, value]) => (
        <div key={name} className="flex justify-between gap-3 border-b border-line py-1 last:border-b-0">
          <dt className="min-w-0 text-quiet [overflow-wrap:anywhere]">{name}</dt>
          <dd className="max-w-[60%] text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
