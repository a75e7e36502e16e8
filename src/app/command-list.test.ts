import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '../graph/empty-document';
import { useDocument } from '../store/document/document-store';
import { commandEntries, type Entry, findEntries } from './command-list';

const entry = (label: string, words: string): Entry => ({ id: label, label, words, perform: () => undefined });
const entries = [
  entry('Add Scale', 'Scale 스케일 normalise'),
  entry('Scale down', 'x'),
  entry('Undo', 'Undo 되돌리기'),
];
const labels = (query: string) => findEntries(entries, query).map((one) => one.label);

describe('finding a command', () => {
  it('looks at other words than the label, in both languages', () => {
    expect(labels('스케일')).toEqual(['Add Scale']);
    expect(labels('되돌')).toEqual(['Undo']);
  });
  it('puts a label that begins with the query first', () =>
    expect(labels('scale')).toEqual(['Scale down', 'Add Scale']));
  it('wants every word', () => expect(labels('scale normalise')).toEqual(['Add Scale']));
  it('lists everything while nothing is typed', () => expect(labels(' ')).toHaveLength(3));
});

describe('the list of commands', () => {
  const words = (language: 'en' | 'ko') => ({
    t: (key: string) => key,
    say: (both: { readonly en: string; readonly ko: string }) => both[language],
    language,
  });
  const listed = (query: string, language: 'en' | 'ko' = 'en'): readonly Entry[] =>
    findEntries(commandEntries(words(language), []), query);
  const first = (query: string, language: 'en' | 'ko' = 'en'): string | undefined => listed(query, language)[0]?.id;
  beforeEach(() => useDocument.getState().open(emptyDocument('')));

  it.each([
    ['new file', 'new'],
    ['preferences', 'disk'],
    ['hide results', 'dock'],
    ['minimap', 'map'],
    ['palette', 'palette'],
    ['inspector', 'inspector'],
    ['undo', 'undo'],
    ['stop', 'stopLive'],
    ['pause', 'playPause'],
    ['go live', 'goLive'],
    ['dark mode', 'theme dark'],
    ['darkmode', 'theme dark'],
    ['save as', 'save'],
    ['정리', 'autoLayout'],
    ['다크모드', 'theme dark'],
    ['다크 모드', 'theme dark'],
    ['화면 맞춤', 'canvas fit'],
    ['화면맞춤', 'canvas fit'],
    ['한글', 'language ko'],
    ['이름 변경', 'rename'],
    ['이름변경', 'rename'],
    ['주석', 'note'],
    ['새 파일', 'new'],
    ['다른 이름으로 저장', 'save'],
    ['저장공간', 'disk'],
    ['저장 공간', 'disk'],
    ['환경설정', 'disk'],
    ['실행 취소', 'undo'],
    ['다시 실행', 'redo'],
    ['일시정지', 'playPause'],
    ['자동정렬', 'autoLayout'],
    ['미니맵', 'map'],
  ])('has first for “%s”: %s, in either language', (query, id) => {
    expect([first(query, 'en'), first(query, 'ko')]).toEqual([id, id]);
  });

  it.each(['redo', 'stop', 'cancel', 'pause', 'speed', '중지', 'go live', 'rename', 'copy', 'report'])(
    'lists for “%s” what cannot be done just now, and says why',
    (query) => {
      for (const language of ['en', 'ko'] as const) {
        expect(listed(query, language).some(({ why = '' }) => why !== '')).toBe(true);
      }
    },
  );

  it('puts what can be done before its equals that cannot', () => {
    const all = listed('');
    const [done, not] = [
      all.findIndex(({ why }) => why !== undefined),
      all.findLastIndex(({ why }) => why === undefined),
    ];
    expect(done).toBeGreaterThan(not);
  });
});
