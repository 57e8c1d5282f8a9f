/** What `npm run shots` looks at: name of the picture, fragment of the address. */
export const SCREENS = {
  lab: '#/lab',
  present: '#/lab?view=present',
  embed: '#/lab?view=embed',
};

/** The picture in README.md: a run with Eve listening, stopped at a letter. */
export const README_SCREEN = '#/lab';
