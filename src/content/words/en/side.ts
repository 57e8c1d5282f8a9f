/** Five ways to agree on a key, side by side, with Eve in the middle and recorded. */
export const sideWords = {
  'side.eyebrow': 'Five ways to agree on a key, seed {seed}',
  'side.way.dh-toy': 'DH',
  'side.way.x25519': 'X25519',
  'side.way.ml-kem-768': 'ML-KEM-768',
  'side.way.qkd': 'QKD',
  'side.way.hybrid': 'Hybrid',
  'side.toy': '{bits} bits',

  'side.seals': 'Seals on all five',
  'side.crack':
    '{loss, select, keyleaked {Seal key leaked} privatekeystolen {Signing key stolen} rogueca {False authority} wrongregistration {Wrong registration} other {Introducers lie}}',
  'side.at.off': 'Seals off',
  'side.at.on': 'Seals on',
  'side.at.cracked': 'Trust broken',
  'side.tally.not-run': 'not run',
  'side.tally.part': '{ran} of {of} run',
  'side.tally.fooled': '{fooled} of {of} fooled',
  'side.tally.eve': '{fooled} of {of} mine',
  'side.tally.ready': '{ready} of {of} keys ready',
  'side.found.nothing':
    'Eve stands in the middle of all five. {busy, select, yes {Each way is being executed.} other {Not all have run.}}',
  'side.found.nothing.end':
    '{busy, select, yes {Each way is being executed.} other {Not all have run.}}',
  'side.found.off':
    'All {of} are fooled: Eve sits in the middle and holds both keys. Now switch the seals on.',
  'side.found.both':
    'Without seals {off} of {of} were fooled, with seals none. No way of agreeing on a key says who is at the other end. Every one needs seals.',
  'side.found.cracked':
    'The seals fit, and Eve made them. A seal says who holds its key, and here Eve holds it. Every way rests on that.',
  'side.found.other': 'Here {fooled} of {of} are fooled.',
  'side.found.misused':
    'Here {fooled} of {of} are fooled. The link on screen misuses its seals, and so do these.',
  'side.found.end':
    '{all, select, ready {All looks well: {who, select, alice {Alice} other {Bob}} has five keys. Who is at the other end, none of them says.} fits {All looks well: the seals fit, and {who, select, alice {Alice} other {Bob}} has five keys.} none {{who, select, alice {Alice} other {Bob}} has no key: a seal did not fit, or no more letters came.} other {Some of the five ended with a key.}}',
  'side.told': '{at}: {tally}. {finding}',

  'side.row.crosses': 'Crosses the line',
  'side.row.has': 'Each must already have',
  'side.row.rests': 'Secrecy rests on',
  'side.row.today': 'Key today, Eve in the middle',
  'side.row.today.end': 'Holds the key today',
  'side.row.later': 'Recorded with seals, at Q-day',
  'side.row.needs': 'Needs',

  'side.crosses.dh-toy': 'two open numbers',
  'side.crosses.x25519': 'two open points of a curve',
  'side.crosses.ml-kem-768': 'an open key, a locked capsule',
  'side.crosses.qkd': 'light, then open letters',
  'side.crosses.hybrid': 'both: key, capsule and light',
  'side.crossed': '{bytes} bytes in letters',
  'side.crossed.light': '{photons} photons, {bytes} bytes',

  'side.has.none': 'nothing to know the other by',
  'side.has.pre-shared-key': 'a shared key for the seals',
  'side.has.pki': 'an authority that both trust',
  'side.has.web-of-trust': 'introducers that both trust',

  'side.rests.dh-toy': 'a hard sum: discrete logarithm',
  'side.rests.x25519': 'the same sum, on a curve',
  'side.rests.ml-kem-768': 'a hard problem on lattices',
  'side.rests.qkd': 'light, and boxes as modelled',
  'side.rests.hybrid': 'either of the two holding',

  'side.today.both': 'Eve: both keys, in full',
  'side.today.one': 'Eve: the key of {who, select, alice {Alice} other {Bob}}',
  'side.today.ends': 'Alice and Bob',
  'side.today.own':
    '{who, select, alice {Alice and, she believes, Bob} other {Bob and, he believes, Alice}}',
  'side.today.not-eve': 'not Eve',
  'side.today.nobody': 'nobody, it stopped',

  'side.later.found': 'key found',
  'side.later.not-recorded': 'not recorded',
  'side.later.no-method': 'no known method',
  'side.later.nothing': 'nothing was sent',
  'side.later.unknown': 'not known at this end',
  'side.later.why.not-recorded': 'no copy of light, the rest shrunk away',
  'side.later.why.no-method': 'the recording fixes the key',
  'side.later.steps': 'a search of {steps} steps',
  'side.later.assumed': 'quantum computer assumed',

  'side.needs.dh-toy': 'software, any network',
  'side.needs.x25519': 'software, any network',
  'side.needs.ml-kem-768': 'software, any network',
  'side.needs.qkd': 'a line for light, special boxes',
  'side.needs.hybrid': 'all that QKD needs, and software',

  'side.failed': 'A session could not be executed.',

  'side.state.running': 'running',
  'side.state.waiting': 'waits',
  'side.state.cancelled': 'cancelled',
  'side.state.failed': 'failed',
  'side.state.not-run': 'not run',
  'side.run': 'Run',
  'side.run-rest': 'Run the rest',
  'side.run.running': 'Being executed.',
  'side.run.waiting': 'Waits for its turn.',
  'side.run.cancelled': 'Cancelled. It has not run.',
  'side.run.failed': 'It could not be executed.',
  'side.run.not-run': 'It has not run.',
  'side.open-run': 'Open this run',
  'side.open-run.of': 'Open this run: {name}',

  'side.card.key': 'key',
  'side.card.capsule': 'capsule',
  'side.card.letter': 'letter',
  'side.print': '{who, select, alice {Alice’s key} other {Bob’s key}}',
  'side.print.none': 'no key',
  'side.print.eve': '{keys, select, 0 {no key} 1 {one key} other {both keys}}',
  'side.picture': '{eve, select, yes {Alice, Eve in the middle, and Bob.} other {Alice and Bob.}}',
  'side.picture.letter':
    'A letter by {by, select, alice {Alice} bob {Bob} other {Eve}}, seal: {seal}.',
  'side.picture.key': '{who, select, alice {Alice’s} other {Bob’s}} key begins {print}.',
  'side.picture.eve': 'Eve holds {keys, select, 1 {one of them} other {both}}.',

  'side.honest':
    'The DH group has {bits} bits here, so that a break can run. X25519 and ML-KEM-768 have full size.',
  'side.doors':
    'Not recorded: nothing in the recording fixes the key. No known method: it does, and nobody knows how to compute it.',
  'side.terms':
    'DH is Diffie–Hellman, ML-KEM a method with lattices, QKD quantum key distribution. At Q-day discrete logarithms fall.',
  'side.fair':
    'QKD, and so the hybrid, needs special boxes and a line for light, which reaches only so far. It also takes true chance and sealed letters. The other three run in software on any network. That their sums are hard is believed, not proved. A new method protects what is recorded from then on.',
} as const;
