/** The page before its script has run, and without one. Plain sentences: nothing fills holes here. */
export const openingWords = {
  'opening.what':
    'Alice and Bob make a secret key from single photons and open letters. Eve listens, or stands between them. Watch every photon, put seals on the letters, and see who holds the key in the end.',
  'opening.loading': 'Starting the simulation …',
  'opening.no-script': 'The simulation needs JavaScript. In short, this is what it shows:',
  'opening.light':
    'A photon answers one question. Whoever measures it in the wrong basis gets a coin toss, and disturbs it. So listening to the light leaves errors that Alice and Bob can count.',
  'opening.letters':
    'The letters between them may be read by anyone. They must not be altered by anyone. That is integrity, not secrecy.',
  'opening.seals':
    'Without seals, Eve can play Bob to Alice and Alice to Bob. Both sessions look flawless, and she holds both keys. Key establishment and authentication solve different problems and need each other.',
  'opening.time':
    'A seal is checked while the session runs. Breaking it later harms no key made before. Breaking it at the start gives Eve both ends.',
  'opening.limits':
    'Quantum theory does not vouch for the devices, the buildings, or the way from the device to the user. Agencies differ on where this technology is worth its cost.',
} as const;
