import type { CSSProperties } from 'react';
import { type CodeLanguage, type TokenClass, tokensOf } from './code-tokens';

const COLOURS: Readonly<Record<TokenClass, CSSProperties | undefined>> = {
  comment: { color: 'var(--quiet)' },
  string: { color: 'var(--state-good)' },
  number: { color: 'var(--state-warning)' },
  keyword: { color: 'var(--port-model)' },
  call: { color: 'var(--accent)' },
  plain: undefined,
};

/** Code in its colours. What is too long for its place is reached by scrolling: words stay whole. */
export function Code({ code, language }: { code: string; language: CodeLanguage }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className="overflow-x-auto font-mono text-sm whitespace-pre" translate="no" tabIndex={0}>
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
  return (
    <span className="block">
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
