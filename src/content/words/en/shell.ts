/** Frame of the app: top bar, screens, dialogs, notices, receipts. */
export const shellWords = {
  'app.name': 'Light & Letters',
  'notice.close': 'Close',
  'notice.other-version':
    'Your settings were stored by another version. Defaults are used; the old ones are kept.',
  'notice.worker-restarted': 'The simulation stopped by itself. It was started again.',
  'notice.without-worker': 'This page computes without a worker. Big runs are not possible here.',
  'notice.refused': '{path}: {message}',
} as const;
