/** What `npm run shots` looks at: name of the picture, fragment of the address. */
export const SCREENS = {
  lab: '#/lab',
  key: '#/lab?step=5&n=60000&c=channel.flipProbability:0.02~use.cipher:one-time-pad',
  'one-key-stolen':
    '#/lab?step=5&c=authentication.broken:private-key-stolen~authentication.method:ed25519~authentication.stolenFrom:alice~eve.attack:man-in-the-middle',
  check: '#/lab/steps?step=2&c=channel.flipProbability:0.03',
  correct: '#/lab/steps?step=3&c=channel.flipProbability:0.03',
  shrink: '#/lab/steps?step=4&c=channel.flipProbability:0.02',
  use: '#/lab/steps?step=5&n=60000&c=use.cipher:one-time-pad',
  middleman: '#/lab/middleman',
  trust: '#/lab/trust',
  time: '#/lab/time',
  side: '#/lab/side',
  'before-q-day': '#/lab/later',
  later: '#/lab/later?c=scenario:rndl~rndl.keyEstablishment:qkd',
  'read-out': '#/lab/read-out',
  site: '#/lab/site',
  letters: '#/lab/letters?step=5&c=channel.flipProbability:0.02',
  light: '#/lab/light',
  about: '#/about',
  present: '#/lab?view=present',
  embed: '#/lab?view=embed',
};

/** The picture in README.md: Eve listens, some photons into the run. */
export const README_SCREEN = '#/lab?n=4000&t=1200&c=eve.attack:intercept-resend';
