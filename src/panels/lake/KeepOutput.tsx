import './words';
import { useView } from '../../store/view/view-store';
import type { ReadyOutput } from '../outputs';
import { AddRows } from './AddRows';
import { setsOf, useLake } from './use-lake';

/** Asks where in the lake an output's rows are to be kept. */
export function KeepOutput({ output, onClose }: { output: ReadyOutput; onClose: () => void }) {
  const sets = setsOf(useLake());
  const show = useView((state) => state.showDock);
  return (
    <AddRows
      sets={sets ?? []}
      to={null}
      file={null}
      output={output}
      onClose={onClose}
      onDone={() => {
        onClose();
        show('lake');
      }}
    />
  );
}
