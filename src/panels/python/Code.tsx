import type { CSSProperties } from 'react';
import { cx } from '../../ui/cx';
import { type CodeLanguage, type TokenClass, tokensOf } from './code-tokens';

const COLOURS: Readonly<Record<TokenClass, CSSProperties | undefined>> = {
  comment: { color: 'var(--quiet)' },
  string: { color: 'var(--state-good)' },
  number: { color: 'var(--state-warning)' },
  keyword: { color: 'var(--port-model)' },
  call: { color: 'var(--accent)' },
  plain: undefined,
};

/** Code in its colours. A line that is too long for its place goes on below, a little further in. */
export function Code({ code, language }: { code: string; language: CodeLanguage }) {
  return (
    <pre className="font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]" translate="no">
      <code>
        {code.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <Line key={index} line={line} language={language} />
        ))}
      </code>
    </pre>
  );
}

function Line({ line, language }: { line: string; language: CodeLanguage }) {
  const hang = `${line.search(/\S|$/) + 2}ch`;
  // One long word would begin a line below its own indentation.
  const isWord = !line.trim().includes(' ');
  return (
    <span className={cx('block', isWord && 'break-all')} style={{ paddingLeft: hang, textIndent: `-${hang}` }}>
      {tokensOf(line, language).map(({ is, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no other name than their place
        <span key={index} style={COLOURS[is]}>
          {text}
        </span>
      ))}
      {'\n'}
    </span>
  );
}
