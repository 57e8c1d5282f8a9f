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
  'about.simulated.4':
    'Letters with real seals, really checked: Wegman–Carter, GMAC, HMAC and two signatures.',
  'about.simulated.5':
    'Certificates, people who vouch and shared keys, each checked from its bytes, each breakable.',
  'about.simulated.6':
    'Errors found by Cascade, question by question, and a hash that compares both ends.',
  'about.simulated.7':
    'A key shortened by a Toeplitz hash, to a length that holds for a run of this size.',
  'about.simulated.8': 'Messages closed with a one-time pad or AES-256-GCM.',
  'about.simulated.9': 'A link over many rounds, its seals paid from the keys it makes.',
  'about.simplified': 'Simplified',
  'about.simplified.1':
    'Every pulse holds exactly one photon. Real lasers send none, one or several.',
  'about.simplified.2':
    'Eve measures each photon on its way. She keeps none for later, and her detectors are perfect.',
  'about.simplified.3':
    'The boxes of Alice and Bob do only what they should, unless somebody reads them out.',
  'about.simplified.4':
    'Time is the order of events. Certificates are checked at one fixed date, without a clock.',
  'about.simplified.5':
    'Every key follows from the seed, so that a run can be repeated. Real keys must not.',
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
