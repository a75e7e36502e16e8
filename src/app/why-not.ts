import { type Text, text } from '../lib/text';
import type { CommandState } from '../store/commands/command';
import type { CommandId } from '../store/commands/commands';
import type { Selection } from '../store/document/document-state';
import { isOn, whyNotLive } from '../store/live/live-store';

const EMPTY = text('There is nothing on the canvas', '캔버스가 비어 있어요');
const NOTHING_CHOSEN = text('Choose something first', '먼저 무언가를 선택하세요');
const NO_NODE = text('Choose a node first', '먼저 노드를 선택하세요');
const ONE_NODE = text('Choose one node first', '먼저 노드 하나를 선택하세요');
const RUNS = text('A run is under way', '실행하는 중이에요');
const LOOPS = text('The loop is under way', '루프가 돌고 있어요');
const NO_LOOP = text('No loop is under way', '돌고 있는 루프가 없어요');
const AT_ITS_END = text('That is as far as it goes', '더는 바꿀 수 없어요');

export const ON_THE_CANVAS = text('Only on the canvas, not in the outline', '개요가 아니라 캔버스에서만 할 수 있어요');
export const MAP_BY_ITSELF = text(
  'It shows by itself while some of eight nodes or more are out of sight',
  '노드가 8개 이상이고 일부가 보이지 않으면 저절로 나와요',
);

/** Why a command cannot be given just now, for those that cannot. */
export function whyNot(id: CommandId, state: CommandState): Text {
  const { document, run, live } = state;
  const empty = document.document.nodes.length === 0;
  switch (id) {
    case 'undo':
      return text('There is nothing to take back', '되돌릴 것이 없어요');
    case 'redo':
      return text('Nothing has been taken back', '되돌린 것이 없어요');
    case 'cut':
    case 'copy':
    case 'duplicate':
    case 'delete':
    case 'selectNone':
      return NOTHING_CHOSEN;
    case 'deleteAndHeal':
    case 'toggleBypass':
    case 'toggleOff':
      return NO_NODE;
    case 'rename':
      return ONE_NODE;
    case 'run':
      return whyNotRun(state) ?? EMPTY;
    case 'runToHere':
      return whyNotRun(state) ?? ONE_NODE;
    case 'cancel':
      return text('Nothing is running', '실행 중인 것이 없어요');
    case 'exportReport':
      return text('Nothing has been run yet', '아직 실행한 적이 없어요');
    case 'makeLoop':
      if (isOn(live)) return LOOPS;
      return empty ? EMPTY : text('It trains no model, or is a loop already', '모델을 학습하지 않거나 이미 루프예요');
    case 'completeLoop':
      return isOn(live) ? LOOPS : text('No loop lacks a part', '빠진 부분이 있는 루프가 없어요');
    case 'goLive':
      return isOn(live) ? LOOPS : (whyNotLive(document, run) ?? LOOPS);
    case 'goOn':
      if (isOn(live)) return LOOPS;
      return run.running ? RUNS : text('No loop has stopped that could go on', '이어갈 수 있는 멈춘 루프가 없어요');
    case 'fasterLive':
    case 'slowerLive':
      return isOn(live) ? AT_ITS_END : NO_LOOP;
    case 'latestTick':
      return text('The newest tick is shown', '최신 틱을 보고 있어요');
    case 'playPause':
    case 'stepLive':
    case 'stopLive':
      return NO_LOOP;
    default:
      return EMPTY;
  }
}

const whyNotRun = ({ run }: CommandState): Text | null => (run.running ? RUNS : run.looping ? LOOPS : null);

/** Written out as an outline, a pipeline has no size and no wires to go to. */
const CANVAS_ONLY: ReadonlySet<string> = new Set(['canvas fit', 'canvas zoomIn', 'canvas zoomOut', 'canvas wires']);
const WITHOUT_CHOICE: ReadonlySet<string> = new Set([...CANVAS_ONLY, 'canvas add', 'canvas menu']);

/** Why something that the canvas does by keys of its own cannot be done just now; undefined where it can. */
export function whyNotOwn(id: string, onCanvas: boolean, { nodes, edges }: Selection): Text | undefined {
  if (!onCanvas && CANVAS_ONLY.has(id)) return ON_THE_CANVAS;
  if (id === 'canvas wires' && nodes.length === 0) return NO_NODE;
  return WITHOUT_CHOICE.has(id) || nodes.length + edges.length > 0 ? undefined : NOTHING_CHOSEN;
}
