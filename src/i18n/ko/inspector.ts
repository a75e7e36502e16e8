import type { inspector as english } from '../en/inspector';
import type { Translated } from '../message';

export const inspector: Translated<typeof english> = {};
