import type { dialogs as english } from '../en/dialogs';
import type { Translated } from '../message';

export const dialogs: Translated<typeof english> = {
  templatesTitle: '템플릿으로 시작하기',
  templatesHelp: '모두 Millrace에 들어 있는 데이터로 만든 완성된 파이프라인이에요. 열고 실행한 다음 바꿔 보세요.',
  templatesFailed: '템플릿을 읽지 못했어요. Millrace 파일이 모두 있는지 확인한 뒤 다시 시도하세요.',
  ownData: '내 데이터',
  ownDataHelp: 'CSV 파일을 고르고 무엇을 예측할지 정하면 파이프라인이 만들어져요.',
  blank: '빈 파이프라인',
  blankHelp: '처음부터 시작해요. 팔레트에서 데이터 파일이나 예제 데이터를 추가하세요.',
  unsavedTitle: '이 파이프라인을 바꿀까요?',
  unsavedHelp:
    '“{name}”에는 파일로 저장하지 않은 내용이 있어요. 다른 파이프라인을 열면 그 자리를 내줘요. 페이지를 닫기 전까지는 되돌리기로 다시 불러올 수 있어요.',
  saveFirst: '저장하고 열기',
  replace: '저장하지 않고 열기',
  keep: '계속 편집',
  openFailedTitle: '{name} 파일을 열지 못했어요',
  openFailedHelp: '지금 파이프라인은 그대로예요. 파일에서 고칠 점은 다음과 같아요.',
  openedTitle: '{name} 파일을 열었어요. 고칠 점이 있어요',
  openedHelp: '잃은 것은 없어요. 다시 저장해도 모두 그대로 남아요.',
  understood: '닫기',
  pastedTitle: '붙여넣은 파이프라인을 열까요?',
  pastedHelp:
    '클립보드에 “{name}” 파이프라인 전체가 있어요. 지금 것 대신 열거나, 노드만 여기에 더할 수 있어요. 어느 쪽이든 되돌리기로 취소할 수 있어요.',
  pastedOpen: '열기',
  pastedAdd: '노드를 여기에 더하기',
  searchCommands: '명령 검색',
  noCommands: '맞는 명령이 없어요.',
  addKind: '{kind} 추가',
  explainTerm: '용어집: {term}',
  showPanel: '{panel} 보기',
  goToNode: '{name}(으)로 이동',
  shortcutsCanvas: '캔버스에서',
  noticesHelp: '이 화면을 연 뒤에 나온 알림이에요. 새로운 것부터 보여요.',
  noticesNone: '이 화면을 연 뒤에 나온 알림이 없어요.',
  noticesClear: '목록 비우기',
  shortcutsEverywhere: '어디서나',
};
