import type { panels as english } from '../en/panels';
import type { Translated } from '../message';

export const panels: Translated<typeof english> = {};
