import { describe, expect, it } from 'vitest';
import { markdownText } from './markdown';

describe('a text in Markdown', () => {
  it.each([
    ['plain words, 한국어, 1.5 (x)', 'plain words, 한국어, 1.5 (x)'],
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[a](http://b.c) www.b.c a@b.c', '\\[a\\](http&#58;//b.c) www\\.b.c a&#64;b.c'],
    ['<script>&lt; AT&T & co', '&#60;script&#62;&#38;lt; AT&#38;T & co'],
    ['$x$ \\(x\\) \\n', '&#36;x&#36; &#92;(x&#92;) &#92;n'],
    ['# head #', '&#35; head &#35;'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['3) item', '3\\) item'],
    ['3 items', '3 items'],
    ['two\nlines\u2028here\u202e', 'two lines here'],
  ])('writes %j so that it is read as it stands', (text, written) => expect(markdownText(text)).toBe(written));
});
