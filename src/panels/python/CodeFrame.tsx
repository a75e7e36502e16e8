import type { ReactNode } from 'react';
import { commentedSql, type SqlOfNode } from '../../export/sql';
import { useT } from '../../i18n/use-t';
import { useCodeView } from '../../store/view/code-view';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Code } from './Code';
import { CopyButton } from './CopyButton';
import type { CodeLanguage } from './code-tokens';

const LANGUAGES: readonly { readonly value: CodeLanguage; readonly label: string }[] = [
  { value: 'python', label: 'Python' },
  { value: 'sql', label: 'SQL' },
];

interface CodeFrameProps {
  /** The Python that is copied; the children show it. */
  readonly source: string;
  /** The same in SQL, where SQL can say it, under a sentence that says what of it. */
  readonly sql: SqlOfNode | null;
  readonly sqlHelp: string;
  readonly children: ReactNode;
}

/** Code to read and to copy: Python, or SQL where a person asks for that and it can say the same. */
export function CodeFrame({ source, sql, sqlHelp, children }: CodeFrameProps) {
  const { t, say, language } = useT();
  const chosen = useCodeView((state) => state.language);
  const inSql = sql !== null && chosen === 'sql';
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {sql !== null && (
          <SegmentedControl
            label={t('python.codeLanguage')}
            value={chosen}
            options={LANGUAGES}
            onChange={(next) => useCodeView.setState({ language: next })}
          />
        )}
        <CopyButton text={inSql ? commentedSql(sql, language) : source} />
      </div>
      <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
        {inSql ? (
          <div>
            <p className="mb-1 text-sm text-quiet">{sqlHelp}</p>
            {sql.whys.map((why) => (
              <p key={why.en} className="mb-1 text-sm text-quiet">
                {say(why)}
              </p>
            ))}
            <Code code={sql.select} language="sql" />
          </div>
        ) : (
          children
        )}
      </div>
    </>
  );
}
