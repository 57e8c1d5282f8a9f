/** The panels of steps 2 to 5. */
export const stepsWords = {
  'steps-tab.eyebrow': 'Step {n} of 5, {name}',
  'steps-tab.title.1': 'What comes after the light?',
  'steps-tab.title.2': 'How many bits differ?',
  'steps-tab.title.3': 'How are errors mended?',
  'steps-tab.title.4': 'What is left for Eve?',
  'steps-tab.title.5': 'What is the key for?',
  'steps-tab.exchange':
    'Photons are still under way. When they are through, four more steps turn the bits kept into a key.',
  'steps-tab.about.2': 'A random sample is compared in public. Too many errors, and they stop.',
  'steps-tab.about.3':
    'Parities of blocks find the errors that are left. Each parity tells Eve one bit at most.',
  'steps-tab.about.4': 'A public matrix mixes the bits into fewer. What Eve knew of them is gone.',
  'steps-tab.about.5': 'The new key pays for the seals first. Then it closes a message.',
  'steps-tab.to-check': 'Go to step 2, Check',
  'steps-tab.ended':
    '{line, select, two {This line} other {The run}} stopped at step {n}, {name}. Nothing comes after it.',
  'steps-tab.ended-why.errors': 'Too many pairs differed.',
  'steps-tab.ended-why.seal':
    'A seal did not fit: the letter was not from whom it claimed, or not as it was written.',
  'steps-tab.ended-why.nothing-left':
    'Too little was left to go on. Send more photons, or lose fewer.',
  'steps-tab.ended-why.pool-dry':
    'The sealing pool ran dry: seals use key up, and there were too many. Seal once a phase, or begin with more key.',
  'steps-tab.ended-why.alarm': 'The monitor of Bob’s detectors raised an alarm.',
  'steps-tab.ended-why.unequal': 'The hashes differed, so an error was left.',
  'steps-tab.ended-why.stranger':
    'An introduction was not accepted, so nobody could tell whose letters these were.',
  'steps-tab.ended-why.silence': 'No more letters came: somebody else had stopped.',
  'steps-tab.before.3':
    'They go on. The next letter says how Correct will go: which blocks, and in which order.',
  'steps-tab.before.4':
    'Both hold the same bits. The next letter says how short the key must be, and how to mix it.',
  'steps-tab.before.other': 'On this line the step is still to come: the other one is ahead.',
  'steps-tab.next-letter': 'Next letter',
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
  'check.stage.nothing': 'There is nothing to compare, so they stop.',
  'check.nothing-kept': 'No bit is known to be kept yet. Press Play, or send more photons.',
  'check.none-kept': 'No bit was kept in this run. Send more photons, or lose fewer.',
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
  'check.decided.nothing': 'Stop',
  'check.interval': '{rate}, {low} to {high}',
  'check.size': 'Test size',
  'check.size-effect': 'More is surer, and leaves less.',
  'check.miss': 'Could this test miss Eve?',
  'check.fraction': 'Photons she measures',
  'check.miss-chance':
    'On this line that makes {rate, number, ::percent .##} errors. A test of {tested, plural, one {# bit} other {# bits}} lets her pass with chance {chance}.',
  'check.nearly-sure': 'over 99.9%',
  'check.repeat': 'Repeat {n} times',
  'check.repeated':
    '{passed, number} of {times, number} tests let her pass. Expected: {expected, number, ::.0} ± {spread, number, ::.0}.',
  'check.too-large': 'This test is too large to repeat here. Run fewer photons to try it.',
  'check.weak': 'This Eve stays below the limit. Shrinking must deal with what she learned.',
  'check.strong': 'This Eve is above the limit. Only luck would let her pass.',

  'correct.title': 'Correct',
  'correct.where': 'pass {pass} of {passes}, block {block, number}',
  'correct.strip': 'Bits of the block under search',
  'correct.all-bits': 'All {n, number} bits. Filled: errors found there.',
  'correct.all-bits-left':
    'All {n, number} bits. Filled: errors found there. Outlined: errors left.',
  'correct.bit':
    'Bit {n, number}: {near} {a}, {far} {b}{flipped, select, yes {, flipped} other {}}{eve, select, yes {, Eve knows it} other {}}.',
  'correct.says.none':
    'Next, {near} says parities. A parity tells whether a block holds an odd number of ones, never which.',
  'correct.says.terms':
    '{near} has said how it goes: {passes, plural, one {# pass} other {# passes}}, the first over blocks of {length, plural, one {# bit} other {# bits}}. Parities come next.',
  'correct.says.no-detail':
    'This run is too large to keep every question. The counters are exact; there is no picture.',
  'correct.says.opening':
    'Pass {pass}: {near} says the parity of {blocks, plural, one {# block} other {# blocks}} of {length, plural, one {# bit} other {# bits}}. {odd, plural, =0 {All are as {far}’s.} one {One is not as {far}’s: it holds an error.} other {# are not as {far}’s: each holds an error.}}',
  'correct.says.search':
    '{far} asks about {length, plural, one {# bit} other {# bits}} of block {block, number}. {odd, select, yes {The parities differ: the error is there.} other {The parities agree: the error is in the other part.}}',
  'correct.says.search-again':
    'A part of block {block, number}, pass {pass}, turned odd again, so it is searched again. This is the cascade.',
  'correct.says.flips':
    'One bit is left: {far} flips bit {n, number}. Its value was said with it, so Eve knows this one.',
  'correct.says.cascade':
    'Bit {cause, number}, flipped in pass {from}, also lies in block {block, number} of pass {pass}. A part of that turned odd and gave up bit {n, number}. This is the cascade.',
  'correct.says.complete':
    '{found, plural, =0 {No error was found.} one {One error was found.} other {# errors were found.}} Now a hash decides whether any is left.',
  'correct.says.verified': 'The hashes agree: both ends hold the same bits, and both know it.',
  'correct.says.unequal': 'The hashes differ, so an error is left. They stop, and no key is made.',
  'correct.nothing-yet': 'No parity was said yet. Press Next question, or Play.',
  'correct.halving-title': 'Search by halving',
  'correct.no-halving': 'No block is searched at this moment.',
  'correct.halving':
    '{length, plural, one {# bit} other {# bits}} asked: {odd, select, yes {odd} other {even}}. {left, number} left.',
  'correct.halvings-before': '{n, plural, one {# earlier halving} other {# earlier halvings}}',
  'correct.bits': '{n, plural, one {# bit} other {# bits}}',
  'correct.equal': 'equal',
  'correct.differs': 'differs',
  'correct.flips': 'Bob flips bit {n, number}.',
  'correct.bob-flips': 'Bob flips',
  'correct.passes': 'Passes: blocks, and how many parities differed',
  'correct.pass': 'Pass',
  'correct.blocks': 'Blocks, odd ones dark',
  'correct.block-length': 'Bits each',
  'correct.odd': 'Odd',
  'correct.found': 'Found',
  'correct.reopened': 'Re-opened',
  'correct.follows': 'follows',
  'correct.quiet': '{from} to {to}',
  'correct.cut': 'Of a key this long only the first bits are kept; cells beyond stay empty.',
  'correct.hash': 'Compare',
  'correct.hash-spoken':
    'Hash of {bits} bits, sent by Alice. {equal, select, yes {Bob’s is equal.} no {Bob’s is not equal.} other {Bob has not answered.}}',
  'correct.hash-says':
    'Alice sends a hash of {bits} bits of her corrected key. {equal, select, yes {Bob’s is equal: they go on.} no {Bob’s is not: they stop.} other {Bob compares it with his own.}}',
  'correct.next': 'Next question',
  'correct.finish': 'Finish',
  'correct.follow': 'Follow one error',
  'correct.unfollow': 'Back to the playhead',
  'correct.error': 'Error found, in order',
  'correct.to-cause': 'To its cause, {n, number}',
  'correct.to-opened': 'It opened {n, number}',
  'correct.opened-none': 'It opened no other block.',
  'correct.left': 'Errors left',
  'correct.errors-found': 'Found and flipped',
  'correct.leaked': 'Parity bits spoken',
  'correct.leaked-note': 'Alice’s, each once. What follows from others is not said.',
  'correct.gain': 'Eve learns',
  'correct.at-most': 'at most {n, plural, one {# bit} other {# bits}}',
  'correct.gain-note': 'No more than one bit a parity. Shrink takes them away again.',
  'correct.efficiency': 'Spoken ÷ least possible',
  'correct.efficiency-note': 'The Shannon limit is 1: no method needs fewer on average.',
  'correct.trips': 'Round trips',
  'correct.of': '{done, number} of {all, number}',
  'correct.letters': 'Letters so far',
  'correct.price':
    'One seal on each would cost {each, number} key bits. One seal a side for all costs {phase, number}.',
  'correct.price-each': 'Each carries a seal of its own here: {each, number} key bits so far.',
  'correct.price-free': 'Seals of this kind use no key bits up, however many letters there are.',
  'correct.price-none': 'They carry no seals. Eve could answer in Alice’s name.',

  'shrink.length': 'How long may the key be?',
  'shrink.accounting': 'How the length is reckoned',
  'shrink.finite': 'For this run',
  'shrink.asymptotic': 'As for very long runs',
  'shrink.single-photons': 'As for single photons',
  'shrink.says-finite':
    '{input, number} {kind, select, kept {kept} other {corrected}} bits become {output, number}. Apart from a chance of {failure}, Eve knows nothing of them.',
  'shrink.says-asymptotic':
    '{input, number} {kind, select, kept {kept} other {corrected}} bits become {output, number}: the length as for very long runs, where chance evens out. This run is not one.',
  'shrink.says-single':
    '{input, number} {kind, select, kept {kept} other {corrected}} bits become {output, number}: the length as if each pulse held one photon. Of pulses that hold more, Eve may know the bit.',
  'shrink.says-middle':
    '{input, number} {kind, select, kept {kept} other {corrected}} bits become {output, number}. It hides nothing from Eve: she is one of the two ends here.',
  'shrink.says-no-key':
    '{input, number} {kind, select, kept {kept} other {corrected}} bits become {output, number}.',
  'shrink.no-key.differ':
    'Stopped: the bits that went in were not the same at both ends. What comes out is no key.',
  'shrink.no-key.stopped': 'Stopped: no key came of these bits.',
  'shrink.short':
    'Stopped: too short. What Eve may know, what was said and the safety margin are together {lacking, plural, one {# bit} other {# bits}} more than there is. Send more photons.',
  'shrink.short-errors':
    'Stopped: too short. What Eve may know, what was said and the safety margin are together {lacking, plural, one {# bit} other {# bits}} more than there is. At this error rate more photons do not help: fewer errors do.',
  'shrink.part.phase': 'Eve, at most',
  'shrink.part.leaked': 'spoken parities',
  'shrink.part.margin': 'safety margin',
  'shrink.part.secret': 'secret key',
  'shrink.part.no-key': 'no key',
  'shrink.budget-spoken': '{input, number} bits go in. {parts}.',
  'shrink.bases': 'Each basis by itself',
  'shrink.basis': 'Basis',
  'shrink.basis.rectilinear': '+ rectilinear',
  'shrink.basis.diagonal': '× diagonal',
  'shrink.basis-kept': 'Bits in the key',
  'shrink.basis-seen': 'Errors seen in the other',
  'shrink.basis-bound': 'At most',
  'shrink.mixing': 'Mix',
  'shrink.new-bit': 'new bit {n, number} of {of, number}',
  'shrink.eve-knows': 'Eve knows this bit',
  'shrink.matrix': 'Matrix: which bits are added up in which new bit',
  'shrink.matrix-keys':
    'Up and down choose a new bit, left and right a bit that goes in. With Shift, along the diagonal.',
  'shrink.in': 'Goes in',
  'shrink.out': 'New',
  'shrink.columns': 'bits {from, number} to {to, number} of {all, number}',
  'shrink.cell': 'New bit {row, number}, bit {column, number}: {entry}',
  'shrink.diagonal':
    'One diagonal, one value: the whole grid follows from {seed, number} open seed bits. Each row also takes its own bit, at its left.',
  'shrink.sum': 'The sum of a row',
  'shrink.sum-says':
    'Of all bits that row {n, number} adds up, {ones, plural, one {# is a one} other {# are ones}}. {odd, select, yes {Odd, so the new bit is 1.} other {Even, so the new bit is 0.}}',
  'shrink.sum-unknown':
    'Who misses one of the added bits cannot say the sum: it is a coin to them.',
  'shrink.sum-large': 'This key is too long to add up here bit by bit. The run did it.',
  'shrink.what-if': 'What if one bit is different?',
  'shrink.what-if-text': 'Turn over one bit that goes in, and see how many new bits turn with it.',
  'shrink.turned':
    'Bit {n, number} changed: {turned, number} of {of, number} new bits turn over. Whoever errs in one bit loses the key.',
  'shrink.change-one': 'Change one bit',
  'shrink.change-another': 'Change another bit',
  'shrink.no-seed': 'The matrix is drawn after all the talk. Alice’s next letter says its seed.',
  'shrink.remaining': 'New bits Eve can compute',
  'shrink.remaining.rank':
    'Counted exactly, of {bits, number}: all she holds and all that was said, put into equations.',
  'shrink.remaining.bound':
    'Bounded, of {bits, number}: this run is too large to put all she holds into equations.',
  'shrink.toy': 'Example, not this run: a toy key, and every input Eve holds possible',
  'shrink.toy-title-flat': 'All new keys stay equally likely.',
  'shrink.toy-title-not': 'Some new keys have become impossible.',
  'shrink.toy-flat':
    '{keys, plural, one {# possible key} other {# possible keys}}, {each, plural, one {each once} other {each # times}}.',
  'shrink.toy-not-flat':
    'Only {possible, number} of {keys, number} keys can come up. That is what Eve knows.',
  'shrink.toy-length': 'Length of new key',
  'shrink.toy-missing':
    'Of {input, plural, one {# bit} other {# bits}} she misses {missing}. Go past that, and the bars cannot stay level.',

  'use.where': 'Where the new key goes',
  'use.net':
    'First the new key pays back what the seals used up: {refilled, number} bits. Made less spent on seals, the run earned {net, number} bits.',
  'use.net-late':
    'First the new key pays back {refilled, number} bits for the seals before it. The envelope’s own seal then takes {late, number}. Made less spent on seals, the run earned {net, number} bits.',
  'use.net-free':
    'The seals used no key up, so nothing is paid back. All {net, number} bits are earned.',
  'use.net-negative':
    'The seals of this run used {spent, number} key bits, more than it made. It ends {net, number} bits poorer.',
  'use.flow':
    'New key of {made, number} bits: {refilled, number} to the sealing pool, {message, number} to the message, {left, number} left.',
  'use.new-key': 'New key, {made, plural, one {# bit} other {# bits}}. Each bit is used once.',
  'use.place.pool': 'Sealing pool, first',
  'use.place.message': 'Message',
  'use.place.left': 'Left for later',
  'use.place-short.pool': 'Seals',
  'use.place-short.message': 'Message',
  'use.place-short.left': 'Left',
  'use.place-bits': '{n} bits',
  'use.pool-level': '{n, number} bits, now {pool, number} in it',
  'use.message-title': 'A message under the new key',
  'use.no-cipher': 'Nothing is sent in this run. Choose a cipher to close a message with the key.',
  'use.before': 'The pool is refilled. The next letter is the envelope.',
  'use.too-few':
    'Too few bits are left for this message: it needs {needed, number}, and {left, number} are there. Write less, or send more photons.',
  'use.writes': '{name} writes',
  'use.reads': '{name} reads',
  'use.envelope':
    'Envelope of {bytes, plural, one {# byte} other {# bytes}}, {sealed, select, yes {sealed} other {not sealed}}, on its way',
  'use.eve-copies': 'Eve keeps a copy on her shelf.',
  'use.eve-flips':
    'Eve turns over one bit of it. She cannot read it, but she knows what stands where.',
  'use.closed': '{name} cannot read this.',
  'use.elsewhere': 'This is on {side}’s side. {name} does not see it.',
  'use.refused': 'Refused: the check failed, so nothing is read.',
  'use.outcome.refused':
    'The change was noticed, because the check under the key does not fit any more.',
  'use.outcome.unnoticed':
    'Another text was read, and nobody noticed. Closed is not sealed: a one-time pad hides, it does not protect.',
  'use.outcome.pad':
    'One key bit for each bit of text: {bits, number}. To whoever lacks the key, every text of {bytes, number} bytes is equally possible.',
  'use.outcome.aes':
    'The message took {bits, number} key bits, however long it is. Security now rests on AES: no method against it is known.',
  'use.outcome.middle':
    'Eve is one of the two ends here, so she holds this key and reads the message.',
  'use.cipher': 'Cipher',
  'use.cipher.none': 'None',
  'use.cipher.one-time-pad': 'One-time pad',
  'use.cipher.aes-256-gcm': 'AES-256',
  'use.cipher-more.none': 'The key stays unused. Its first bits still refill the sealing pool.',
  'use.cipher-more.one-time-pad':
    'Each bit of text is added to a key bit of its own. Nothing can be computed from it, and the key runs dry.',
  'use.cipher-more.aes-256-gcm':
    'AES-256-GCM: 256 key bits close a message of any length, and a check shows changes.',
  'use.message': 'Message',
  'use.bytes': '{n, plural, one {# byte} other {# bytes}}',
  'use.empty': 'Write at least one letter.',
  'use.long': 'Too long: {max, number} bytes at most.',
  'use.send': 'Send this instead',
  'use.sealed': 'Seal the envelope',
  'use.sealed-on': 'A seal shows any change.',
  'use.sealed-off': 'No seal: Eve turns over a bit on the way.',
  'use.ledger': 'Ledger of key bits',
  'use.ledger-end': 'Ledger of key bits, {name}’s end',
  'use.remaining.not-shrunk':
    'Nothing was shrunk: each parity she heard, and the hash of {hash, number} bits, still tells her of this key.',
  'use.remaining.asymptotic':
    'A length as for very long runs does not pay for the comparison: its hash of {hash, number} bits told her of the key.',
  'use.made': 'Made',
  'use.spent-on-seals': 'Spent on seals',
  'use.refilled': 'Paid back to the pool',
  'use.spent-on-message': 'Spent on the message',
  'use.left': 'Left',
  'use.net-gain': 'Net gain',
  'use.net-note': 'Made less spent on seals. A short run may lose key.',
} as const;
