/**
 * Codes that several places raise in sentences of their own, each with the one matter that they all speak of. A code
 * that is not here has one sentence, wherever it is raised.
 */
export const ONE_MATTER: Readonly<Record<string, string>> = {
  'bad-cell': 'A cell does not hold what its column is to hold.',
  'bad-cron': 'A schedule cannot be read.',
  'column-not-chosen': 'A setting needs a column, and none is chosen.',
  'column-not-numeric': 'A column holds something else than the numbers that a model reads.',
  'column-type': 'A chosen column is of a type that cannot be used there.',
  'duplicate-column': 'A step would make a second column of a name.',
  'file-unreadable': 'A file is there and cannot be read; on a command line it has a path.',
  'file-vanished': 'A file that a pipeline names is not here; on a command line its path can be given.',
  'image-among-columns': 'A network takes one image or columns, not both.',
  'image-type-fixed': 'A column cannot become an image by changing its type, nor an image another column.',
  leakage: 'The test part has been learned from.',
  'no-evidence': 'The rows behind a figure are not held.',
  'no-file': 'No file is chosen where one is needed.',
  'target-needed': 'A way of preparing needs to know the target.',
  'target-not-numeric': 'A number is to be predicted, and the target holds none.',
  'too-few-rows': 'There are fewer rows than what is asked needs.',
  'unknown-kind': 'A node is of a kind that this version does not know.',
  'unseen-category': 'Rows hold words that the training part did not have.',
};
