export const keeping = {
  full: 'This browser has no more room: your edits are not kept. Free some, or save them as a file.',
  gone: 'This browser does not keep your edits: they are gone once the page is closed or loaded again. Save them as a file.',
  lostAll: 'What stood here before the page was loaded again was not kept by the browser.',
  lostLatest: 'The last edits before the page was loaded again were not kept. This is the pipeline of {when}.',
  lostUnread:
    'What the browser keeps of your pipeline cannot be read just now. It stays there: load the page again later.',
  lostDamaged: 'What the browser kept of your pipeline cannot be opened. Save it as a file, so that it can be mended.',
  saveDamaged: 'Save what was kept',
} as const;
