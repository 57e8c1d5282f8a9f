/** What is simulated, what is not, and where it comes from. */
export const aboutWords = {
  'about.title': 'What is this, and what can it not do?',
  'about.intro':
    'Light & Letters runs the BB84 key exchange photon by photon and letter by letter. Every number on screen comes from such a run. Nothing is scripted.',
  'about.warning': 'It is for learning. Never use its keys for real secrets.',
  'about.simulated': 'Simulated',
  'about.simulated.1':
    'Single photons with one polarisation each, measured by the Born rule at any angle.',
  'about.simulated.2': 'A line that loses and flips; detectors that miss, and click in the dark.',
  'about.simulated.3':
    'Eve who measures and re-sends, and Eve in the middle who runs two whole sessions.',
  'about.simulated.4': 'Letters with real seals, really checked: Wegman–Carter and HMAC-SHA-256.',
  'about.simplified': 'Simplified',
  'about.simplified.1':
    'Every pulse holds exactly one photon. Real lasers send none, one or several.',
  'about.simplified.2':
    'The run ends after the check. Correcting errors and shrinking the key come later.',
  'about.simplified.3':
    'The boxes of Alice and Bob do only what they should. Real boxes can be attacked.',
  'about.simplified.4': 'Alice and Bob already share a sealing key. How they got it comes later.',
  'about.chance': 'Chance',
  'about.chance-more':
    'All chance follows from the seed. The same seed gives the same run in every browser.',
  'about.glossary': 'Words',
  'about.sources': 'Sources',
  'about.licences': 'Licences',
  'about.licence.own': 'Light & Letters is free software under the MIT licence.',
  'about.licence.parts': 'It contains:',
  'about.version': 'Version {version}',
} as const;
