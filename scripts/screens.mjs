/** What `npm run shots` looks at: name of the picture, fragment of the address. */
export const SCREENS = {
  lab: '#/lab',
  present: '#/lab?view=present',
  embed: '#/lab?view=embed',
};

/** The picture in README.md: Eve listens, some photons into the run. */
export const README_SCREEN = '#/lab?n=4000&t=1200&c=eve.attack:intercept-resend';
