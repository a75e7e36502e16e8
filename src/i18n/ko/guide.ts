import type { guide as english } from '../en/guide';
import type { Translated } from '../message';

export const guide: Translated<typeof english> = {
  ingest: '파일이나 예제 데이터를 읽어요.',
  prepare: '빈 값을 채우고, 인코딩하고, 정규화하고, 나눠요.',
  train: '모델을 학습시키고 성능을 재요.',
  serve: '새 데이터를 예측해요.',
  loop: '재학습은 새 데이터를 모델로 되돌려요.',
  emptyTitle: '파이프라인의 흐름',
  startFromTemplate: '템플릿으로 시작',
  addData: '데이터 추가',
  emptyHint: 'CSV 파일을 여기에 놓거나, 두 번 클릭해 이름으로 노드를 추가할 수도 있어요.',
  emptyHintTouch: '목록에서 종류를 탭해 추가할 수도 있어요.',
};
