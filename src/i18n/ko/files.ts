import type { files as english } from '../en/files';
import type { Translated } from '../message';

export const files: Translated<typeof english> = {
  title: { other: '이 파이프라인에 필요한 파일 {n}개가 여기 없어요' },
  help: '파이프라인은 파일의 이름만 담고 내용은 담지 않아요. 여기에 놓거나 골라 주세요. 내용으로 알아봐요.',
  list: '파일',
  neededBy: '쓰는 노드: {nodes}',
  missing: '아직 없음',
  here: '준비됨',
  reading: '{name} 읽는 중 …',
  drop: '여기에 파일을 놓으세요',
  choose: '파일 고르기',
  later: '나중에',
  other: '{given}은(는) 이 파이프라인을 만들 때 쓴 파일과 내용이 달라요.',
  use: '그래도 쓰기',
  none: '{given}은(는) 이 파일들 가운데 없어요.',
  all: '모든 파일이 준비됐어요.',
};
