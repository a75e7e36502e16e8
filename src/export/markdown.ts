import { commentText } from '../nodes/python/literal';

/**
 * What a backslash does not make plain everywhere: a notebook takes some for the beginning of a formula, a backslash too,
 * and its older readers know few escapes.
 */
const ENTITIES = /[\\$<>@#]|&(?=#|\w)|:(?=\/\/)/g;

/** A text on one line of Markdown that is read as it stands: nothing in it is markup, mathematics, HTML or a link. */
export const markdownText = (text: string): string =>
  commentText(text)
    .replaceAll(/[`*_{}[\]|~]|(?<=\bwww)\./gi, '\u0000$&')
    .replace(/^(?=[+-])/, '\u0000')
    .replace(/^(\d+)(?=[.)])/, '$1\u0000')
    .replaceAll(ENTITIES, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('\u0000', '\\');
