import { isObject, type Json, type JsonObject } from '../../lib/json';
import type { FileRef } from '../../nodes/contract/kind';

export const asNumber = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

export const asNumbers = (value: Json | undefined): readonly number[] =>
  isList(value) ? value.filter((item) => typeof item === 'number') : [];

export const asWords = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.filter((item) => typeof item === 'string') : [];

export const asRecord = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export function fileRefOf(value: Json | undefined): FileRef | null {
  const { name, hash, bytes } = asRecord(value);
  return typeof name === 'string' && typeof hash === 'string' && typeof bytes === 'number'
    ? { name, hash, bytes }
    : null;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
