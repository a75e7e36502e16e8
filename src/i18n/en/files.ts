export const files = {
  title: {
    one: 'A file that this pipeline needs is not here',
    other: '{n} files that this pipeline needs are not here',
  },
  help: 'A pipeline names its files and does not hold them. Drop them here, or choose them: they are told by their content.',
  list: 'Files',
  neededBy: 'for {nodes}',
  missing: 'not here yet',
  here: 'here',
  reading: 'Reading {name} …',
  drop: 'Drop files here',
  choose: 'Choose files',
  later: 'Later',
  other: '{given} is not the file that this pipeline was made with: its content differs.',
  use: 'Use it all the same',
  none: '{given} is none of these files.',
  all: 'All files are here.',
} as const;
