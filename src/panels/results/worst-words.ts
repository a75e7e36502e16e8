import { type Text, text } from '../../lib/text';

export const WORST_WORDS = {
  title: text('Most wrong about', '가장 크게 틀린 행'),
  off: text('Off by', '차이'),
  probability: text('How sure', '확신'),
  look: text('Look at these rows', '이 행들 살펴보기'),
  error: text('Error', '오차'),
} as const;

export const residualWords = (target: string): Text =>
  text(`Error by predicted ${target}`, `예측한 ${target}에 따른 오차`);
