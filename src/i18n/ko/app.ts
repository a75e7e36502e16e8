import type { app as english } from '../en/app';
import type { Translated } from '../message';

export const app: Translated<typeof english> = {
  run: '실행',
  runToHere: '여기까지 실행',
  cancel: '취소',
};
