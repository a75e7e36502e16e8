export const keeping = {
  full: 'This browser has no more room: your edits are not kept. Free some, or save them as a file.',
  gone: 'This browser does not keep your edits: they are gone once the page is closed or loaded again. Save them as a file.',
  lostAll: 'What stood here before the page was loaded again was not kept by the browser.',
  lostLatest: 'The last edits before the page was loaded again were not kept. This is the pipeline of {when}.',
  lostUnread:
    'What the browser keeps of your pipeline cannot be read just now. It stays there: load the page again later.',
  lostDamaged: 'What the browser kept of your pipeline cannot be opened. Save it as a file, so that it can be mended.',
  session: 'Results, charts and undo from before the page was loaded again are gone. Run the pipeline again.',
  run: 'The run ended when the page was loaded again. Results that were ready are kept: Run goes on from them.',
  loop: 'The loop ended when the page was loaded again, and its timeline is gone. Models and data sets are kept.',
  timeline: 'What the loop told before the page was loaded again is gone. Models and data sets are kept.',
  loopEnded:
    'The loop ended when the page was loaded again. What it told up to tick {n} is here; models and data sets are kept.',
  figures: {
    one: 'Of the first tick of the loop only what happened is here: its figures are gone.',
    other: 'Of the first {n} ticks of the loop only what happened is here: their figures are gone.',
  },
  silent:
    'The engine has not answered for {n} s. It may be busy with something long: what runs goes on as soon as it answers.',
  restart: 'Start the engine again',
  saveDamaged: 'Save what was kept',
} as const;
