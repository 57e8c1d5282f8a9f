/** The error-rate panel. */
export const qberWords = {
  'qber.title': 'Error rate',
  'qber.axis': 'bits kept',
  'qber.limit': 'no key above {limit, number, ::percent .##}',
  'qber.limits':
    'no key above {limit, number, ::percent .##}, at this size above {finite, number, ::percent .#}',
  'qber.limits.none': 'no key above {limit, number, ::percent .##}; too short for one anyway',
  'qber.of': '{errors, number} of {kept, number} bits',
  'qber.of-test': '{errors, number} of {kept, number} test bits',
  'qber.near': 'Alice to Eve',
  'qber.far': 'Eve to Bob',
  'qber.split': 'By basis',
  'qber.table': 'Table',
  'qber.needs-ten': 'needs 10 kept bits',
  'qber.none': 'no figure yet',
  'qber.plus': '+ basis',
  'qber.cross': '× basis',
  'qber.sample': 'test sample',
  'qber.finds-out': 'Alice and Bob find out at step 2, when they compare test bits.',
  'qber.tested-above':
    'The test sample has {rate, number, ::percent .0}, above the limit of {limit, number, ::percent .##}.',
  'qber.tested-below':
    'The test sample has {rate, number, ::percent .0}, within the limit of {limit, number, ::percent .##}.',
  'qber.not-yet':
    '{who, select, alice {Alice cannot count errors yet: she does not know Bob’s bits.} bob {Bob cannot count errors yet: he does not know Alice’s bits.} other {Eve cannot count errors yet: she does not know Bob’s bits.}} Test bits show them at step 2.',
  'qber.public': 'Correct is done, so everybody can count the errors.',
  'qber.never': 'The run stopped before they compared bits.',
  'qber.summary':
    'After {kept, number} kept bits, {errors, number} differ: {rate, number, ::percent .0}, 95% interval {low, number, ::percent .0} to {high, number, ::percent .0}.',
  'qber.summary-test':
    'Of {kept, number} test bits, {errors, number} differ: {rate, number, ::percent .0}, 95% interval {low, number, ::percent .0} to {high, number, ::percent .0}.',
  'qber.summary-empty': 'No error rate yet.',
  'qber.table-caption': 'Error rate at {n, plural, one {# point} other {# points}} of the curve',
  'qber.kept': 'Bits kept',
  'qber.errors': 'Differ',
  'qber.rate': 'Rate',
  'qber.interval': '95% interval',
} as const;
