import { commentText } from '../nodes/python/literal';

const ENTITIES: Readonly<Record<string, string>> = {
  '\\': '&#92;',
  $: '&#36;',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
};

/**
 * A text on one line of Markdown that is read as it stands: nothing in it is markup, mathematics, HTML or a link. What a
 * notebook would take for the beginning of a formula is written as an entity, for there a backslash begins one too.
 */
export const markdownText = (text: string): string =>
  commentText(text)
    .replaceAll(/[\\$<>]|&(?=#|\w)/g, (character) => ENTITIES[character] ?? character)
    .replaceAll(/[`*_{}[\]|~@]|(?<!&)#|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(?=[+=-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
