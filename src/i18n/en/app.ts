export const app = {
  run: 'Run',
  runToHere: 'Run to here',
  cancel: 'Cancel',
} as const;
