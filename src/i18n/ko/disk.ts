import type { disk as english } from '../en/disk';
import type { Translated } from '../message';

export const disk: Translated<typeof english> = {
  title: '이 디스크에 저장된 것',
  help: 'Millrace가 이 브라우저에 보관하는 모든 것이에요. 이 컴퓨터를 떠나지 않고, 다른 곳에 있는 원본 파일은 건드리지 않아요.',
  close: '닫기',
  asking: '디스크를 살펴보는 중',
  working: '공간을 비우는 중',
  total: '모두 {total}',
  room: '브라우저가 허용한 {allowed} 가운데 {used}를 쓰고 있어요.',
  roomLabel: '사용 중인 공간',
  empty: '아직 저장된 것이 없어요',
  emptyHelp: '놓은 파일, 데이터 세트, 모델, 결과가 크기와 함께 여기에 나와요.',
  sweep: { other: '{size} 비우기: 어떤 파이프라인도 쓰지 않는 파일 {n}개' },
  sweepTitle: '{size}를 비울까요?',
  sweepHelp: {
    other:
      '이 브라우저의 어떤 파이프라인도 쓰지 않는 파일 {n}개를 지워요: {names}. 파일로 저장해 둔 파이프라인이 아직 쓰고 있다면, 열었을 때 파일을 다시 골라야 해요.',
  },
  more: { other: '그 밖의 {n}개' },
  noPipeline: '어떤 파이프라인에도 속하지 않는 것',
  untitled: '이름 없는 파이프라인',
  open: '열려 있음',
  file: '파일',
  unnamedFile: '{when}에 놓은 파일',
  fileShared: '파일, {names}에서도 써요',
  fileUndo: '실행 취소하면 다시 쓸 수 있는 파일',
  fileUnused: '어떤 파이프라인도 쓰지 않는 파일',
  set: { other: '데이터 세트, 버전 {n}개' },
  setShared: { other: '데이터 세트, 버전 {n}개, {names}에서도 읽어요' },
  modelServes: '모델, 서비스 중인 버전 1개',
  models: { other: '모델, 버전 {n}개. 그중 {free}개는 서비스하지 않아요' },
  results: '결과',
  resultsDetail: { other: '보관된 결과 {n}개, 필요하면 다시 만들어요' },
  oldResults: '예전 설정의 결과',
  slot: '파이프라인',
  slotOpen: '편집하는 동안 보관해요. 탭에 열려 있어요',
  slotClosed: '{when}에 탭을 닫을 때 보관했어요',
  remove: '삭제',
  removeWhat: '{what} 삭제',
  removeVersions: { other: '버전 {n}개 삭제' },
  removeVersionsOf: { other: '{what}: 버전 {n}개 삭제' },
  clear: '비우기',
  clearOld: '예전 설정의 결과 비우기',
  clearWhat: '{what}의 결과 비우기',
  keep: '그대로 두기',
  removeTitle: '“{what}”을(를) 삭제할까요?',
  removeUsed: '파일을 다시 고를 때까지 {names}을(를) 실행하지 못해요. 원본 파일은 건드리지 않아요.',
  removeUndo: '실행 취소나 다시 실행으로 되돌릴 수 없게 돼요. 원본 파일은 건드리지 않아요.',
  removeUnused:
    '이 브라우저의 어떤 파이프라인도 쓰지 않아요. 파일로 저장해 둔 파이프라인이 아직 쓰고 있다면, 열었을 때 파일을 다시 골라야 해요.',
  removeSet: {
    other:
      '버전 {n}개가 이 브라우저에서 모두 지워져요. 이 데이터를 읽는 노드는 실패해요. 다시 필요할 것 같으면 데이터 레이크 탭에서 먼저 내려받아 주세요.',
  },
  removeModels: {
    other:
      '“{what}”의 버전 {n}개가 이 브라우저에서 지워지고, 서비스 중인 버전은 남아요. 지운 버전으로는 되돌아갈 수 없어요.',
  },
  removeSlot: '탭을 닫을 때 보관한 파이프라인이에요. 파일로 저장하지 않았다면 영영 사라져요.',
  freed: '{size}를 비웠어요',
};
