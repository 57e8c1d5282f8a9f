/** The step bar's rarer words, and the panels of steps 2 to 5. */
export const stepsWords = {
  'steps.left-out': 'Step {n}, {name}: left out of this run',
  'steps.left-out-why': '{name} is switched off in this run.',

  'steps-tab.eyebrow': 'Step {n} of 5, {name}',
  'steps-tab.title.1': 'What comes after the light?',
  'steps-tab.title.2': 'How many bits differ?',
  'steps-tab.title.3': 'How do they mend errors in public?',
  'steps-tab.title.4': 'What is left for Eve?',
  'steps-tab.title.5': 'What is the key good for?',
  'steps-tab.exchange':
    'Photons are still under way. Steps 2 to 5 turn the bits kept into a key. Each has its picture here.',
  'steps-tab.to-check': 'Go to step 2, Check',
  'steps-tab.not-there':
    'This run has no step 2: it ended during the exchange. Send more photons, or lose fewer.',
  'steps-tab.link': 'Which of Eve’s two lines',
  'steps-tab.near': 'Alice to Eve',
  'steps-tab.far': 'Eve to Bob',

  'check.strip': 'Kept bits, one by one',
  'check.no-bit': 'No bit here.',
  'check.unknown': 'not known',
  'check.bit':
    'Kept bit {n, number}: {near} {a}, {far} {b}{state, select, kept {} tested {, tested} equal {, tested and equal} different {, tested and different} other {}}.',
  'check.stage.kept':
    'Each end has {kept, plural, one {# kept bit} other {# kept bits}}. Nobody has compared any yet.',
  'check.stage.sample':
    'Alice names a random sample and says her bits of it. Everyone may read that letter.',
  'check.stage.answered':
    'Bob says his bits of the same places. Each pair that differs is an error.',
  'check.stage.on':
    'Few enough pairs differ, so they go on. Bits said in public are spent: they leave dashed places.',
  'check.stage.stopped': 'Too many pairs differ, so they stop. No key is made of these bits.',
  'check.nothing-kept': 'No bit is known to be kept yet. Press Play, or send more photons.',
  'check.page': 'Kept bits {from, number} to {to, number} of {kept, number}',
  'check.earlier': 'Earlier bits',
  'check.later': 'Later bits',
  'check.rate': 'Error rate of the sample',
  'check.limit-mark': 'limit {limit, number, ::percent .##}',
  'check.finite-mark': 'key runs out at {limit, number, ::percent .#}',
  'check.finite-why':
    'A run of this size ends without a key before the limit: so few test bits leave much open.',
  'check.gauge':
    'The sample shows {rate, number, ::percent .0}. The true rate is likely between {low, number, ::percent .0} and {high, number, ::percent .0}. The limit is {limit, number, ::percent .##}.',
  'check.gauge-empty': 'Nothing is compared yet. The limit is {limit, number, ::percent .##}.',
  'check.kept': 'Bits kept',
  'check.tested': 'Tested, now spent',
  'check.differ': 'Differ',
  'check.estimate': 'Error rate',
  'check.estimate-note': '95 of 100 such intervals hold the true rate.',
  'check.decision': 'Decision',
  'check.decided.on': 'Go on',
  'check.decided.stopped': 'Stop',
  'check.size': 'Test size',
  'check.size-effect': 'More tested: surer, but fewer bits left.',
  'check.miss': 'Could this test miss Eve?',
  'check.fraction': 'Photons she measures',
  'check.miss-chance':
    'That makes {rate, number, ::percent .#} errors. A test of {tested, plural, one {# bit} other {# bits}} lets her pass with chance {chance}.',
  'check.repeat': 'Repeat {n} times',
  'check.repeated':
    '{passed, number} of {times, number} tests let her pass. Expected: {expected, number, ::.0} ± {spread, number, ::.0}.',
  'check.weak': 'A weak Eve stays below the limit. Shrinking must deal with what she learned.',
  'check.strong': 'This Eve is above the limit. Only luck would let her pass.',
} as const;
