import { useDocument } from '../../store/document/document-store';
import { useRunPipeline } from '../../store/document/pipeline';
import { useRun } from '../../store/run/run-store';
import { useEngine } from '../engine-context';
import { useAsked } from '../use-asked';
import { errorsOf, type ShownCode, shownCode } from './shown-code';

/** A node in Python, anew after each edit and each run: as the engine, which knows what was read and learned, would export it. */
export function useShownCode(target: string): ShownCode {
  const engine = useEngine();
  const pipeline = useRunPipeline();
  const { name } = pipeline.document;
  const problems = useDocument((state) => state.problems);
  const schemas = useDocument((state) => state.schemas);
  const report = useRun((state) => state.lastReport);
  const backend = useRun((state) => state.backendChoice);
  const { broken, above } = errorsOf(problems, pipeline, target);
  // What is known of the wires is another thing after each edit that decides what runs.
  const about = JSON.stringify([target, numberOf(schemas), numberOf(report), backend, name]);
  const asked = useAsked(above.length > 0 ? null : about, () => {
    const { document } = useDocument.getState();
    return engine.nodeInPython({ document, backend, nodeId: target, schemas, broken });
  });
  return shownCode(above, asked);
}

let count = 0;
const numbers = new WeakMap<object, number>();

/** Tells objects apart. */
function numberOf(thing: object | null): number {
  if (thing === null) return 0;
  const number = numbers.get(thing) ?? ++count;
  numbers.set(thing, number);
  return number;
}
