import { Failure } from '../../lib/failure';
import { type Text, text } from '../../lib/text';
import { type DetectedEncoding, utf8Chunks } from './encoding';

const HEAD = 4_096;
/** Text that is no table, by how it begins. */
const FORMATS: readonly (readonly [name: Text, begins: RegExp])[] = [
  [
    text('a web page (HTML)', '웹 페이지(HTML)'),
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|script)\b/i,
  ],
  [text('XML', 'XML'), /^<(?:\?xml|!DOCTYPE|svg|rss|feed)\b/i],
  [text('JSON', 'JSON'), /^(?:\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*(?:[[{]|\])|\{\s*\}\s*$)/],
  [text('a rich text document (RTF)', '서식 있는 문서(RTF)'), /^\{\\rtf/],
  [
    text('a Git LFS pointer, which stands for the file', '파일 대신 놓인 Git LFS 포인터'),
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
  ],
  [text('PostScript', 'PostScript'), /^%!PS/],
  [text('an ARFF file', 'ARFF 파일'), /^(?:%[^\n]*\n\s*)*@relation\s/i],
];

/** Fails with `other-format` where the text is of a format that is no table. */
export function refuseOtherFormats(bytes: Uint8Array, encoding: DetectedEncoding): void {
  const { value } = utf8Chunks(bytes.subarray(0, HEAD + encoding.bom), encoding, { count: 0 }, HEAD).next();
  const head = value instanceof Uint8Array ? new TextDecoder().decode(value).trimStart() : '';
  const found = FORMATS.find(([, begins]) => begins.test(head));
  if (found === undefined) return;
  const [name] = found;
  throw new Failure({
    code: 'other-format',
    message: text(`The file holds ${name.en}, not delimited text.`, `CSV가 아니라 ${name.ko} 파일이에요.`),
    hint: text(
      'Open it in the program it comes from, save it as CSV (UTF-8) and choose that file.',
      '원래 프로그램에서 열어 CSV(UTF-8)로 저장한 뒤 그 파일을 골라 주세요.',
    ),
  });
}
