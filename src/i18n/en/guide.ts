export const guide = {
  ingest: 'Read a file or a sample data set.',
  prepare: 'Fill gaps, encode, scale and split.',
  train: 'Train a model and measure it.',
  serve: 'Predict new rows with it.',
  loop: 'Retraining brings new data back to the model.',
  emptyTitle: 'How a pipeline flows',
  startFromTemplate: 'Start from a template',
  addData: 'Add data',
  emptyHint: 'Or drop a CSV file here, or double-click to add a node by name.',
  emptyHintTouch: 'Or tap a kind in the list to add it.',
} as const;
