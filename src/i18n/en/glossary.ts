export const glossary = {
  title: 'Glossary',
  help: 'What words mean here, in both languages.',
  close: 'Close',
  search: 'Search terms',
  terms: 'Terms',
  none: 'No term fits.',
  found: '{n|term|terms}',
  also: 'Also: {words}',
  nearest: 'No node of its own yet. Nearest:',
  add: 'Add {kind}',
  stage: 'What {stage} is made of',
} as const;
