import type { glossary as english } from '../en/glossary';
import type { Translated } from '../message';

export const glossary: Translated<typeof english> = {
  title: '용어집',
  help: '여기서 쓰는 말의 뜻을 두 언어로 볼 수 있어요.',
  close: '닫기',
  search: '용어 검색',
  terms: '용어',
  none: '맞는 용어가 없어요.',
  found: '용어 {n}개',
  also: '다른 이름: {words}',
  nearest: '따로 맡는 노드는 아직 없어요. 가장 가까운 노드:',
  add: '{kind} 추가',
  stage: '{stage}을(를) 이루는 것',
};
