import { useDocument } from '../store/document/document-store';
import { keepBeforeLeaving } from '../store/document/keep-document';
import { useKeeping } from '../store/document/keeping';
import { isOn, useLive } from '../store/live/live-store';
import { useRun } from '../store/run/run-store';

/** Whether leaving the page would end work under way, or lose edits. */
const wouldLose = (): boolean =>
  useRun.getState().running ||
  isOn(useLive.getState()) ||
  (useKeeping.getState().failing !== null && useDocument.getState().dirty);

const ask = (event: BeforeUnloadEvent): void => {
  if (wouldLose() || (!keepBeforeLeaving() && useDocument.getState().dirty)) event.preventDefault();
};

/** Has the browser ask before the page is left or loaded again, while that would lose something and only then. */
export function askBeforeLeaving(): void {
  let asks = false;
  const follow = (): void => {
    if ((wouldLose() || useKeeping.getState().settling) === asks) return;
    asks = !asks;
    // A page that listens all the time is not kept for Back by some browsers.
    if (asks) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
  for (const store of [useRun, useLive, useKeeping, useDocument]) store.subscribe(follow);
  follow();
}
