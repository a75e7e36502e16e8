import type { editor as english } from '../en/editor';
import type { Translated } from '../message';

export const editor: Translated<typeof english> = {};
