/** What the stage says: on the drawing, to the keyboard, and to the live region. */
export const stageWords = {
  'stage.label': 'Stage',
  'stage.starting': 'Starting the simulation',
  'stage.alice': 'Alice',
  'stage.bob': 'Bob',
  'stage.eve': 'Eve',

  'stage.tile.alice.bit': 'Bit',
  'stage.tile.alice.basis': 'Basis',
  'stage.tile.alice.sends': 'Sends',
  'stage.tile.eve.basis': 'Basis',
  'stage.tile.eve.saw': 'Saw',
  'stage.tile.eve.sends': 'Re-sends',
  'stage.tile.eve.sends-own': 'Sends',
  'stage.tile.bob.basis': 'Basis',
  'stage.tile.bob.odds': 'Odds',
  'stage.tile.bob.bit': 'Bit',
  'stage.about.alice': 'bit, basis',
  'stage.about.bob': 'basis, bit',

  'stage.light': 'Quantum channel',
  'stage.light.short': 'Light',
  'stage.light.about':
    '{seen, select, single {light, one photon at a time} viewer {pulses that only you count} other {light, weak laser pulses}}',
  'stage.photons': '{n, plural, =0 {empty} one {# photon} other {# photons}}',
  'stage.made':
    '{maker, select, alice {made by Alice} eve {made by Eve} other {made by Alice or Eve}}',
  'stage.made.short': '{maker, select, alice {by Alice} eve {by Eve} other {by either}}',
  'stage.letters': 'Classical channel',
  'stage.letters.sealed': 'public, but sealed',
  'stage.letters.unsealed': 'public, without seals',
  'stage.letters.public': 'public, anyone can read',
  'stage.eye.reads': 'reads every letter',
  'stage.eye.holds': 'holds and replaces',

  'stage.pool': 'Sealing key',
  'stage.pool.left': '{bits, plural, one {# bit left} other {# bits left}}',
  'stage.pool.line': 'sealing key {bits, number}',

  'stage.key.alice': 'her key',
  'stage.key.bob': 'his key',
  'stage.key.eve-with-alice': 'Alice’s key',
  'stage.key.eve-with-bob': 'Bob’s key',
  'stage.key.none': 'no key made',
  'stage.key.not-yet': 'no key yet',
  'stage.key.none-for-eve': 'no key',

  'stage.tag.bob': '“I’m Bob”',
  'stage.tag.alice': '“I’m Alice”',
  'stage.belief.alice': 'believes she has Bob',
  'stage.belief.bob': 'believes he has Alice',
  'stage.belief.no-reply': 'hears no valid reply',
  'stage.belief.eve': 'runs BB84 twice',
  'stage.belief.eve-stopped':
    '{name, select, alice {cannot make Alice’s seal} other {cannot make Bob’s seal}}',

  'stage.letter.title':
    '{kind, select, detections {My bases} bases {My bases} sample {Test sample} bits {My test bits} go {Go on} introduction {Who I am} kem_key {A fresh key} kem_ciphertext {A closed secret} greeting {Line test} correct_terms {How we correct} questions {Which parity?} parities {Parities} verification {Are we equal?} shrink {How we shrink} envelope {Envelope} other {I stop}}',
  'stage.letter.from': '{name, select, alice {From Alice} other {From Bob}}',
  'stage.letter.what':
    '{kind, select, detections {bases} bases {bases} sample {test sample} bits {test bits} go {go on} introduction {who I am} kem_key {a fresh key} kem_ciphertext {a closed secret} greeting {line test} correct_terms {how we correct} questions {which parity?} parities {parities} verification {are we equal?} shrink {how we shrink} envelope {envelope} other {I stop}}',
  'stage.letter.introduces': '{name, select, alice {“I am Alice”} other {“I am Bob”}}',
  'stage.letter.bytes': '{n, plural, one {# byte} other {# bytes}}',
  'stage.letter.block': 'of {n, plural, one {# bit} other {# bits}}',
  'stage.letter.blocks': '{n, number} blocks, pass {pass}',
  'stage.letter.so-far': '{n, number} so far',
  'stage.letter.shrinks': '{from, number} to {to, number} bits',
  'stage.letter.shrinks.short': '{from, number} → {to, number}',
  'stage.letter.photons': 'photons {range}',
  'stage.letter.places': '{n, plural, one {# place} other {# places}}',
  'stage.letter.bits': '{n, plural, one {# bit} other {# bits}}',
  'stage.letter.differ': '{errors, number} of {tested, number} differ',
  'stage.letter.differ.short': '{errors, number} of {tested, number}',
  'stage.letter.reason':
    '{reason, select, seal {seal does not fit} pool_dry {sealing key used up} nothing_left {no bits left} unequal {bits not equal} stranger {unknown sender} other {}}',

  'stage.fate.broken': 'seal does not fit',
  'stage.fate.fits-wrongly': 'Eve’s letter, seal fits',
  'stage.fate.unsealed': 'Eve’s own letter, no seal',
  'stage.fate.own': 'Eve’s own letter',
  'stage.fate.kept': 'Eve keeps it',

  'stage.check.should': 'seal should be',
  'stage.check.received': 'seal received',
  'stage.check.should.short': 'should be',
  'stage.check.received.short': 'received',
  'stage.stops': '{actor, select, alice {Alice stops} bob {Bob stops} other {Eve stops}}',

  'stage.summary':
    'Step {step, number} of 5, {step, select, 1 {Exchange} 2 {Check} 3 {Correct} 4 {Shrink} other {Use}}. {sent, number} of {photons, plural, one {# photon} other {# photons}} sent. {kept, select, unknown {} other {Bits kept: {kept}. }}{letters, plural, =0 {No letter yet.} one {# letter passed.} other {# letters passed.}}{eve, select, taps { Eve measures light on the way.} middle { Eve stands in the middle.} other {}}',
  'stage.summary.keys': 'Arrow keys go through what is on the stage.',

  'stage.item.actor': '{actor, select, alice {Alice} bob {Bob} other {Eve}}. {about}',
  'stage.item.pool': 'Sealing key: {bits, plural, one {# bit left} other {# bits left}}.',
  'stage.item.middle': 'Answers each of the two in the other’s name.',
  'stage.item.letter':
    '{from, select, alice {Letter in Alice’s name} other {Letter in Bob’s name}}{written, select, eve {, written by Eve} other {}}: {what}. {seal, select, none {No seal.} sealed {Sealed.} fits {The seal fits.} wrongly {The seal fits, and Eve made it.} other {The seal does not fit.}}',

  'narrate.photon':
    '{what, select, pulse {Pulse} other {Photon}} {n, number}:{strength, select, decoy { A decoy.} other {}}{photons, select, unknown {} 0 { Empty} 1 { One photon} other { {photons} photons}}{sees, select, viewer {, only you see this.} ends {, neither end sees this.} eve {, Eve counts.} other {}}{alice, select, H { Alice sends horizontal.} V { Alice sends vertical.} D { Alice sends diagonal.} A { Alice sends antidiagonal.} other {}}{eve, select, plus0 { Eve measures plus, reads 0.} plus1 { Eve measures plus, reads 1.} cross0 { Eve measures cross, reads 0.} cross1 { Eve measures cross, reads 1.} saw0 { Eve reads 0.} saw1 { Eve reads 1.} passes { Eve lets it pass.} stops { Eve stops it.} other {}}{bob, select, plus0 { Bob measures plus, reads 0.} plus1 { Bob measures plus, reads 1.} cross0 { Bob measures cross, reads 0.} cross1 { Bob measures cross, reads 1.} saw0 { Bob reads 0.} saw1 { Bob reads 1.} lost { It is lost.} nothing { Nothing arrives.} other {}}',
  'narrate.photon.unknown':
    '{what, select, pulse {Pulse} other {Photon}} {n, number}: on its way. Its state is unknown.',
  'narrate.photons':
    '{photons, plural, one {# photon} other {# photons}}{kept, select, unknown {} other {, {kept} kept}}.',
  'narrate.step':
    'Step {step, number}: {step, select, 1 {Exchange} 2 {Check} 3 {Correct} 4 {Shrink} other {Use}}.',
  'narrate.seal.fits':
    '{to, select, alice {Alice} bob {Bob} other {Eve}} checks the seal. It fits.',
  'narrate.seal.fits-wrongly':
    '{to, select, alice {Alice} other {Bob}} checks the seal. It fits, although Eve made it.',
  'narrate.seal.broken':
    '{to, select, alice {Alice} bob {Bob} other {Eve}} checks the seal. It does not fit the text.',
  'narrate.introduction':
    '{from, select, alice {Alice} bob {Bob} other {Eve}} shows who vouches for {of, select, alice {Alice} other {Bob}}.',
  'narrate.verification':
    '{from, select, alice {Alice} other {Eve}} sends a short hash of the corrected bits.{equal, select, yes { It is the same at the other end.} no { It is not the same at the other end.} other {}}',
  'narrate.shrink': 'The key is shortened from {from, number} to {to, number} bits.',
  'narrate.envelope':
    '{from, select, alice {Alice} other {Eve}} sends {to, select, bob {Bob} other {Eve}} a closed envelope.',
  'narrate.correcting':
    '{rounds, plural, one {# round trip} other {# round trips}}: {leaked, plural, one {# parity} other {# parities}} told, {found, plural, =0 {no error} one {# error} other {# errors}} found.',
  'narrate.round.unknown':
    '{asks, select, bob {Bob} other {Eve}} asks for parities. {answers, select, alice {Alice} other {Eve}} answers.',
  'narrate.round.opening':
    'Pass {pass, number}: {answers, select, alice {Alice} other {Eve}} names the parities of {blocks, plural, one {# block} other {# blocks}}.',
  'narrate.round.one':
    '{asks, select, bob {Bob} other {Eve}} asks for the parity of {length, plural, one {# bit} other {# bits}}. {answers, select, alice {Alice} other {Eve}} says {parity}.',
  'narrate.round.many':
    '{asks, select, bob {Bob} other {Eve}} asks for {blocks, number} parities. {answers, select, alice {Alice} other {Eve}} answers.',
  'narrate.round.found':
    'An error is found. {asks, select, bob {Bob} other {Eve}} turns bit {place, number} over.',
  'narrate.verdict':
    '{verdict, select, key {Key ready.} stopped_errors {Stopped: too many errors.} stopped_seal {Stopped: a seal does not fit.} stopped_short {Stopped: too few bits are left.} stopped_alarm {Stopped: a device raised an alarm.} other {Fooled: Eve holds the keys.}}{by, select, alice { Alice stops.} bob { Bob stops.} other {}}',
  'narrate.no-key-for-me':
    '{on, select, yes {No key for Eve. Alice and Bob go on.} other {No key for Eve. Alice and Bob stop.}}',
  'narrate.silence': 'No more letters come. The other end has stopped.',

  'pill.key': 'Key ready',
  'pill.stopped-errors': 'Stopped: errors',
  'pill.stopped-seal': 'Stopped: seal',
  'pill.stopped-short': 'Stopped: too short',
  'pill.stopped-alarm': 'Stopped: alarm',
  'pill.fooled': 'Fooled',
  'pill.no-key-for-me': 'No key for me',
  'pill.silence': 'No more letters',
} as const;
