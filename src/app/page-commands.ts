import { giveOwn, OWN_ACTIONS, OWN_KEYS, type OwnAction } from '../editor/canvas/canvas-keys';
import { addNote } from '../editor/edit-actions';
import { useEditor } from '../editor/editor-store';
import type { MessageKey } from '../i18n/catalogue';
import type { Translator } from '../i18n/use-t';
import { type Text, text } from '../lib/text';
import type { BackendChoice } from '../nodes/contract/runner';
import type { CommandId } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { useRun } from '../store/run/run-store';
import { DOCK_TABS, type DockTab } from '../store/view/dock-tabs';
import { useView } from '../store/view/view-store';
import { showDialog } from './dialogs';
import { dockPanels } from './dock-panels';
import { drawDigit, seeItLive } from './start/begin';
import { show } from './start/start-store';
import { MAP_BY_ITSELF, ON_THE_CANVAS, whyNotOwn } from './why-not';

/** What the page does besides the commands on pipelines: how it looks, and what stands on it. */
export interface PageCommand {
  readonly id: string;
  readonly label: string;
  /** What else people call it, in both languages: words, and between commas what belongs together. */
  readonly words: string;
  readonly names?: readonly string[];
  readonly why?: string | undefined;
  readonly keys?: readonly string[];
  readonly perform: () => void;
}

/** What people call a command besides its own name. */
export const OTHER_NAMES: Partial<Record<CommandId, string>> = {
  autoLayout:
    'layout auto arrange align organise clean up, auto layout, 레이아웃, 자동 배치, 자동 정렬, 정돈, 정리, 배치',
  undo: 'back 되돌리기 취소, 실행 취소, 한 단계 뒤로',
  redo: 'again 재실행 다시, 다시 실행, 되돌리기 취소',
  new: 'create blank empty clear reset, new file, new pipeline, new document, start over, 새로, 새 파일, 새 파이프라인, 새 문서, 빈 파이프라인, 지우기, 초기화',
  ownData: 'csv table file upload import target start drop add data 파일 업로드 표 목표 시작 데이터 추가',
  open: 'load import upload, open file, 불러오기, 가져오기, 파일 열기, 파일 불러오기, 업로드',
  save: 'download keep, save file, save as, 다운로드, 파일 저장, 보관, 다른 이름으로 저장',
  exportJson: 'download share, save as, save a copy, 다운로드, 파일, 공유, 다른 이름으로 저장, 사본 저장',
  exportPython: 'code script notebook jupyter 코드 스크립트 노트북 주피터',
  exportReport: 'download json figures 다운로드 지표',
  disk: 'storage space free cache delete data settings preferences options, disk usage, 저장소, 저장 공간, 저장공간, 공간, 용량, 캐시, 설정, 환경설정',
  notices: 'messages notifications toasts bell alerts history what was said 메시지 통지 벨 경고 소식 기록',
  run: 'start execute train play 시작 학습 돌리기',
  runToHere: 'start execute until node 시작 노드까지',
  cancel: 'stop abort halt interrupt, stop the run, 중지, 멈추기, 정지, 중단, 실행 중지',
  makeLoop: 'live retrain stream deploy monitor gate drift continual 라이브 재학습 스트림 배포 모니터링 게이트',
  completeLoop: 'wire connect stream deploy gate mend 연결 스트림 배포 게이트 고치기',
  goOn: 'resume continue, resume the loop, 재개, 계속',
  playPause: 'pause resume play halt, pause the loop, 일시정지, 일시 정지, 멈춤, 재생, 잠시 멈추기',
  stepLive: 'step tick next, single step, 한 걸음, 다음 틱, 단계',
  fasterLive: 'speed quick, speed up, playback speed, 속도, 빨리, 속도 올리기',
  slowerLive: 'speed, slow down, playback speed, 속도, 느리게, 속도 내리기',
  latestTick: 'newest now live end, 최신, 지금',
  stopLive: 'stop end quit halt, stop live, 중지, 정지, 중단, 종료',
  cut: 'move clipboard, 오려두기',
  copy: 'clipboard, 클립보드',
  paste: 'insert clipboard, 클립보드',
  goLive: 'live start loop stream play, 라이브, 루프 시작, 스트림, 재생',
  delete: 'remove erase, 제거, 지우기',
  deleteAndHeal: 'remove reconnect bridge 제거 다시 연결',
  duplicate: 'copy clone, 복사, 사본',
  toggleBypass: 'skip ignore, pass through, 우회, 무시',
  toggleOff: 'disable mute deactivate enable on turn off, 비활성화, 켜기, 음소거, 사용 안 함',
  rename: 'label title name, 제목, 라벨, 이름, 이름 변경, 이름 바꾸기, 이름 수정',
  selectAll: 'choose everything, 전체, 전체 선택, 다 선택',
  selectNone: 'deselect unselect, clear selection, 해제, 선택 취소',
};

const OWN_WORDS: Readonly<Record<OwnAction, Text>> = {
  add: text('Add a node by name', '이름으로 노드 추가'),
  connect: text('Connect the chosen node', '선택한 노드 연결'),
  look: text('Look at the output', '출력 보기'),
  inspect: text('Settings of what is chosen', '선택한 것의 설정'),
  menu: text('Menu of what is chosen', '선택한 것의 메뉴'),
  wires: text('Go to the wires of the chosen node', '선택한 노드의 연결선으로 가기'),
  fit: text('Fit to view', '화면에 맞추기'),
  zoomIn: text('Zoom in', '확대'),
  zoomOut: text('Zoom out', '축소'),
};
const OWN_NAMES: Readonly<Record<OwnAction, string>> = {
  add: 'insert create new kind block step, new node, 삽입, 새 종류, 새 노드, 노드 추가, 블록',
  connect: 'wire link edge 와이어 링크 연결선',
  look: 'data preview table show 데이터 미리보기 표',
  inspect: 'properties parameters edit configure settings, 속성, 매개변수, 편집, 설정',
  menu: 'context actions right-click, 컨텍스트, 동작, 오른쪽 클릭',
  wires: 'edges links connections 와이어 링크',
  fit: 'zoom view all centre center whole, zoom to fit, show everything, fit to screen, 배율, 전체 보기, 가운데, 화면 맞춤, 화면 맞추기, 모두 보기',
  zoomIn: 'larger bigger magnify view 배율 크게 줌',
  zoomOut: 'smaller view 배율 작게 줌',
};
const TAB_NAMES: Readonly<Record<DockTab, string>> = {
  data: 'table rows columns preview 데이터 표 미리보기',
  charts: 'loss curves training plots graphs 차트 학습 곡선 그래프',
  live: 'loop timeline stream monitor 라이브 루프 타임라인',
  results: 'metrics accuracy scores report evaluation 결과 지표 정확도 평가',
  predict: 'what-if playground try 예측 시험',
  models: 'registry versions 모델 레지스트리 버전',
  lake: 'data sets versions storage 레이크 데이터 세트',
  problems: 'errors warnings issues 문제 오류 경고',
  log: 'messages output console, 로그, 기록, 콘솔',
};

const BACKENDS: readonly { readonly choice: BackendChoice; readonly label: MessageKey }[] = [
  { choice: 'auto', label: 'app.backendAuto' },
  { choice: 'webgpu', label: 'app.backendWebgpu' },
  { choice: 'webgl', label: 'app.backendWebgl' },
  { choice: 'wasm', label: 'app.backendWasm' },
  { choice: 'cpu', label: 'app.backendCpu' },
];

const onInspect = (): void => {
  useView.getState().setInspectorOpen(true);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>('aside :is(input, select, button)')?.focus()),
  );
};

/** A sign that Shift writes on some keyboards is shown as the sign. */
const isShown = (keys: string): boolean => !/^Shift\+[^A-Za-z]$/.test(keys);

/** What the canvas does by keys of its own, each with the keys that are shown of it. */
export const ownCommands = ({ say }: Translator): readonly PageCommand[] =>
  OWN_ACTIONS.map((name) => ({
    id: `canvas ${name}`,
    label: say(OWN_WORDS[name]),
    names: [OWN_WORDS[name].en, OWN_WORDS[name].ko],
    words: OWN_NAMES[name],
    keys: OWN_KEYS[name].filter(isShown),
    perform: () => giveOwn(name, { onInspect }),
  }));

/** Keys that no command stands for. */
export const FURTHER_KEYS: readonly { readonly label: Text; readonly keys: readonly string[] }[] = [
  { label: text('Move a node; with Shift further', '노드 옮기기, Shift와 함께면 더 멀리'), keys: ['←', '↑', '→', '↓'] },
  { label: text('From a wire to its ends', '연결선에서 양 끝 노드로'), keys: ['←', '→'] },
  { label: text('From a wire to others', '연결선에서 다른 연결선으로'), keys: ['↑', '↓'] },
  { label: text('Add to what is chosen, with a click', '클릭으로 선택에 더하기'), keys: ['Shift', 'Mod'] },
  { label: text('Move the canvas, with a drag', '끌어서 캔버스 옮기기'), keys: ['Space'] },
];

const command = (id: string, label: Text, names: string, perform: () => void, { say }: Translator): PageCommand => ({
  id,
  label: say(label),
  names: [label.en, label.ko],
  words: names,
  perform,
});

/** Everything about how the page looks, as it can be asked for now. */
export function pageCommands(words: Translator): readonly PageCommand[] {
  const { t } = words;
  const view = useView.getState();
  const { selection } = useDocument.getState();
  const give = (id: string, en: string, ko: string, names: string, perform: () => void): PageCommand =>
    command(id, text(en, ko), names, perform, words);
  const shown = (open: boolean): Text => (open ? text('Hide', '숨기기') : text('Show', '보기'));
  const panel = (id: string, en: string, ko: string, names: string, open: boolean, set: (open: boolean) => void) =>
    give(id, `${shown(open).en} the ${en}`, `${ko} ${shown(open).ko}`, `panel sidebar toggle, 패널, ${names}`, () =>
      set(!open),
    );
  const theme = (value: 'light' | 'dark' | 'system', en: string, ko: string, names: string) =>
    give(
      `theme ${value}`,
      `Theme: ${en}`,
      `테마: ${ko}`,
      `appearance colour color mode scheme preferences settings, 색, 모드, 테마, 색상, 환경설정, 설정, ${names}`,
      () => view.setTheme(value),
    );
  const canvas = useEditor.getState().view;
  const reason = (why: Text | undefined): string | undefined => (why === undefined ? undefined : words.say(why));
  const onCanvas = (...args: Parameters<typeof give>): PageCommand => ({
    ...give(...args),
    why: reason(canvas === null ? ON_THE_CANVAS : undefined),
  });
  return [
    ...ownCommands(words).map((one) => ({ ...one, why: reason(whyNotOwn(one.id, canvas !== null, selection)) })),
    onCanvas(
      'zoom reset',
      'Zoom to 100%',
      '100%로 보기',
      '100% reset view, actual size, reset zoom, original size, 배율, 원래 크기, 실제 크기, 줌',
      () => canvas?.zoomReset(),
    ),
    onCanvas(
      'note',
      'Add a note',
      '메모 추가',
      'comment text sticky annotation, 설명, 글, 주석, 코멘트, 댓글, 포스트잇',
      () => canvas !== null && addNote(canvas.centre()),
    ),
    {
      ...give(
        'map',
        'Overview map',
        '전체 지도',
        'minimap navigator, mini map, 미니맵, 미니 맵, 지도',
        () => undefined,
      ),
      why: reason(MAP_BY_ITSELF),
    },
    theme('light', 'light', '밝게', 'bright white day, light mode, light theme, 라이트, 밝은, 라이트 모드, 밝은 테마'),
    theme(
      'dark',
      'dark',
      '어둡게',
      'night black, dark mode, dark theme, night mode, 다크, 어두운, 다크 모드, 어두운 테마, 야간',
    ),
    theme('system', 'as the system', '시스템 설정대로', 'auto automatic 자동'),
    give(
      'language en',
      'Language: English',
      '언어: 영어',
      'locale translate preferences settings, 영문, 번역, 환경설정, 설정',
      () => view.setLanguage('en'),
    ),
    give(
      'language ko',
      'Language: 한국어',
      '언어: 한국어',
      'korean hangul locale translate preferences settings, 한글, 한국말, 번역, 환경설정, 설정',
      () => view.setLanguage('ko'),
    ),
    view.outline
      ? give('canvas', 'Canvas instead of outline', '개요 대신 캔버스', 'view graph diagram outline 보기 그래프', () =>
          view.setOutline(false),
        )
      : give('outline', 'Outline instead of canvas', '캔버스 대신 개요', 'view text list tree 보기 글 목록', () =>
          view.setOutline(true),
        ),
    panel(
      'palette',
      'palette',
      '노드 목록',
      'kinds nodes left, side bar, 팔레트, 왼쪽, 사이드바',
      view.paletteOpen,
      view.setPaletteOpen,
    ),
    panel(
      'inspector',
      'inspector',
      '인스펙터',
      'settings properties right, 속성, 설정, 오른쪽, 속성 창',
      view.inspectorOpen,
      view.setInspectorOpen,
    ),
    panel(
      'dock',
      'panel below',
      '아래 패널',
      'dock bottom fold, hide results, show results, hide the results, 도크, 결과 숨기기, 결과 접기, 아래쪽, 접기',
      view.dockOpen,
      view.setDockOpen,
    ),
    ...DOCK_TABS.map((tab) => ({
      id: `tab ${tab}`,
      label: t('dialogs.showPanel', { panel: t(dockPanels[tab].label) }),
      words: `${tab} panel tab open show view 패널 탭 열기 보기 ${TAB_NAMES[tab]}`,
      perform: () => view.showDock(tab),
    })),
    ...BACKENDS.map(({ choice, label }) => ({
      id: `backend ${choice}`,
      label: `${t('app.backend')}: ${t(label)}`,
      words:
        'backend device compute gpu cpu webgl webgpu wasm preferences settings, 연산 장치, 백엔드, 계산, 환경설정, 설정',
      perform: () => useRun.getState().setBackendChoice(choice),
    })),
    give('glossary', 'Glossary', '용어집', 'terms words meaning dictionary help explain 용어 뜻 사전 도움말 설명', () =>
      showDialog({ type: 'glossary' }),
    ),
    give('tour', 'Show me around', '둘러보기', 'tour guide help introduction start 투어 안내 도움말 소개 시작', () =>
      show('tour'),
    ),
    give(
      'picture',
      'How it fits together',
      '전체 흐름 보기',
      'picture overview stages help start welcome 그림 개요 단계 도움말 시작',
      () => show('picture'),
    ),
    give(
      'draw',
      'Draw a digit',
      '숫자 그리기',
      'handwriting image pad example start 손글씨 이미지 예제 시작',
      () => void drawDigit(),
    ),
    give(
      'seeLive',
      'See a loop live',
      '루프를 라이브로 보기',
      'drift retrain example start demo 드리프트 재학습 예제 시작',
      () => void seeItLive(),
    ),
    give('about', 'About Millrace', 'Millrace 정보', 'version licence license help 버전 라이선스 도움말', () =>
      showDialog({ type: 'about' }),
    ),
    give('templates', 'Templates', '템플릿', 'examples start gallery 예제 시작', () =>
      showDialog({ type: 'templates' }),
    ),
  ];
}
