/** What a piece of code is, as far as it is coloured. */
export type TokenClass = 'comment' | 'string' | 'number' | 'keyword' | 'call' | 'plain';

export interface Token {
  readonly is: TokenClass;
  readonly text: string;
}

/** Languages that code is shown in. */
export type CodeLanguage = 'python' | 'sql';

const KEYWORDS: Readonly<Record<CodeLanguage, ReadonlySet<string>>> = {
  python: new Set(
    (
      'False None True and as assert async await break class continue def del elif else except finally for from ' +
      'global if import in is lambda nonlocal not or pass raise return try while with yield'
    ).split(' '),
  ),
  sql: new Set(
    (
      'select from where as and or not null is in case when then else end group by order having limit join left ' +
      'right inner outer full cross on using union all distinct cast over partition with between like asc desc'
    ).split(' '),
  ),
};

/** In this order: what begins as one of them is that one. */
const PARTS: Readonly<Record<CodeLanguage, RegExp>> = {
  python:
    /(?<comment>#.*)|(?<string>[fr]?"""[\s\S]*?"""|[fr]?"(?:\\.|[^"\\\n])*"|[fr]?'(?:\\.|[^'\\\n])*')|(?<number>\b\d[\w.]*(?:(?<=e)[+-]\d+)?)|(?<word>[A-Za-z_]\w*)/g,
  sql: /(?<comment>--.*)|(?<string>'(?:''|[^'])*')|(?<plain>"(?:""|[^"])*")|(?<number>\b\d[\w.]*)|(?<word>[A-Za-z_]\w*)/g,
};

/** Code in pieces that are coloured alike; together they are the code. */
export function tokensOf(code: string, language: CodeLanguage): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(PARTS[language])) {
    const [text] = match;
    if (match.index > end) tokens.push({ is: 'plain', text: code.slice(end, match.index) });
    end = match.index + text.length;
    tokens.push({ is: classOf(match.groups ?? {}, code[end], language), text });
  }
  if (end < code.length) tokens.push({ is: 'plain', text: code.slice(end) });
  return tokens;
}

function classOf(
  { comment, string, number, word }: Readonly<Record<string, string | undefined>>,
  next: string | undefined,
  language: CodeLanguage,
): TokenClass {
  if (comment !== undefined) return 'comment';
  if (string !== undefined) return 'string';
  if (number !== undefined) return 'number';
  if (word === undefined) return 'plain';
  if (KEYWORDS[language].has(language === 'sql' ? word.toLowerCase() : word)) return 'keyword';
  return next === '(' ? 'call' : 'plain';
}
