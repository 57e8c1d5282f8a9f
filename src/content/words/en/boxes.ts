/** Attacks on the box: what each does, what it shows, what stops it and what that costs. */
export const boxesWords = {
  'boxes.eyebrow': 'Every line is a run, seed {seed}',
  'boxes.list': 'Attacks on the box, and their fixes',
  'boxes.attack.splitting': 'Splitting double pulses',
  'boxes.attack.blinding': 'Blinding the detectors',
  'boxes.attack.trojan': 'Looking back into the box',
  'boxes.attack.shift': 'Shifting arrival times',
  'boxes.attack.early': 'Announcing too early',
  'boxes.attack.cut': 'Cutting the fibre',
  'boxes.fix.decoys': 'decoys',
  'boxes.fix.counting': 'honest counting',
  'boxes.fix.monitor': 'photocurrent monitor',
  'boxes.fix.isolator': 'isolator',
  'boxes.fix.gating': 'random gating',
  'boxes.fix.order': 'announce after',
  'boxes.fix.two': 'two fixes',
  'boxes.fix.cut': 'no fix in the box',

  'boxes.how.splitting':
    'A laser pulse sometimes holds two photons or more. Eve keeps one of them and stops the single ones. Her better line hides the loss.',
  'boxes.how.blinding':
    'Bright light blinds the detectors to single photons. Eve measures, then makes Bob’s detector click as she chooses. Where Bob asks in another basis, nothing clicks.',
  'boxes.how.trojan':
    'The Trojan horse: Eve shines into Alice’s box. Some of her light comes back and carries the setting. The photons that Bob gets are untouched.',
  'boxes.how.shift':
    'Bob’s two detectors are most sensitive at slightly different times. Eve shifts each pulse to the time of one of them. A click there tells her the likely bit.',
  'boxes.how.early':
    'Alice says her bases before Bob has measured. Eve measures every photon in the right basis. It is a fault of the order, not of physics.',
  'boxes.how.cut':
    'Eve stops the light. She learns no bit, so no secrecy is lost. There is no key either: this attacks availability.',
  'boxes.dial.splitting': 'Line loss',
  'boxes.dial.blinding': 'Line loss',
  'boxes.dial.trojan': 'Isolator',
  'boxes.dial.shift': 'Weaker detector sees',
  'boxes.dial.cut': 'Pulses cut',
  'boxes.dial.db': '{value} dB',
  'boxes.dial.share': '{value, number, ::percent .0}',
  'boxes.dial.whole': '{value, number, percent}',

  'boxes.formula': 'Formula',
  'boxes.formula.run': 'This run',
  'boxes.formula.splitting': '1 − ln(1 + μ)/μ',
  'boxes.formula.splitting.says':
    'μ is the mean number of photons in a pulse. If no more than this share would arrive (a loss of {db, number, ::.#} dB), she can stop all single photons. Then she knows every kept bit.',
  'boxes.formula.blinding': 'min(1/2, 10^(−dB/10))',
  'boxes.formula.blinding.says':
    'Clicks per pulse: half at most, without her {honest, number, ::percent .0}. Below 3 dB of loss the missing clicks show.',
  'boxes.formula.trojan': '1 − e^(−2μ)',
  'boxes.formula.trojan.says':
    'Kept bits she reads for certain, where μ = {back} photons come back in a pulse’s time.',
  'boxes.formula.shift': '1/(1 + r)',
  'boxes.formula.shift.says':
    'Kept bits she guesses right. Each tells her {bits, number, ::.##} bits; r is how much the weaker detector sees.',
  'boxes.formula.intercept': '0 or 1/4',
  'boxes.formula.intercept.says':
    'Errors in the test: none where she knows the basis, a quarter where she has to guess it.',
  'boxes.formula.condition': 'not all kept bits',
  'boxes.formula.all': 'all kept bits',
  'boxes.formula.hidden': 'not seen',
  'boxes.source.splitting': 'Brassard, Lütkenhaus, Mor, Sanders 2000',
  'boxes.source.blinding': 'Lydersen and others 2010',
  'boxes.source.trojan': 'Lucamarini and others 2015',
  'boxes.source.shift': 'Qi, Fung, Lo, Ma 2007',
  'boxes.source.intercept': 'Bennett, Brassard 1984',

  'boxes.eyebrow.run':
    '{attack}, {fix, select, none {no fix} all {fix on} both {both fixes on} part {one of two fixes on} other {without a fix}}',
  'boxes.eve': 'Eve at work',
  'boxes.eve.on': 'in this run',
  'boxes.eve.off': 'same seed, without her',
  'boxes.title.nothing': 'Nothing looks wrong.',
  'boxes.title.alarm': 'The alarm rings.',
  'boxes.title.errors': 'Errors rise. They stop.',
  'boxes.title.more-errors': 'Errors rise.',
  'boxes.title.dark': 'Nothing arrives.',
  'boxes.title.clicks': 'The clicks look wrong.',
  'boxes.title.decoys': 'The decoys look wrong.',
  'boxes.title.short': 'No key is left.',
  'boxes.title.waiting': 'The runs are under way.',
  'boxes.title.cancelled': 'Cancelled before all had run.',
  'boxes.title.failed': 'This run failed.',
  'boxes.title.not-run': 'This has not run.',
  'boxes.run': 'Run all',

  'boxes.end.fooled': 'Fooled: Eve holds all {bits, number} bits of their key.',
  'boxes.end.fooled.eve': 'You hold all {bits, number} bits of their key.',
  'boxes.end.key.known':
    'They accept a key of {bits, number} bits. {by, select, bound {About } other {}}{known, number} of them follow from what {who, select, eve {you hold} other {Eve holds}}.',
  'boxes.end.key.guessed':
    'They accept a key of {bits, number} bits. Eve guesses {share, number, percent} of the kept bits right. Nobody takes that off the key.',
  'boxes.end.key.safe':
    'They accept a key of {bits, number} bits. None of its bits follows from what {who, select, eve {you hold} other {Eve holds}}.',
  'boxes.end.key.away': 'Eve is away. The key has {bits, number} bits.',
  'boxes.end.key.letters':
    '{known, number} of them follow from the letters: this counting does not pay for the comparison.',
  'boxes.end.key.own': 'A key of {bits, number} bits is ready.',
  'boxes.end.dark': 'No light, no bits, no key. No secret is lost.',
  'boxes.end.short': 'They stop: after honest counting no secret bit is left. Eve gets no key.',
  'boxes.end.short.away':
    'Even without Eve no secret bit is left.{decoys, select, yes {} other { Pulses of this strength need decoys.}}',
  'boxes.end.short.own': 'They stop: after honest counting no secret bit is left.',
  'boxes.end.errors':
    'They stop: {rate, number, ::percent .0} of the tested bits differ. The limit is {limit, number, ::percent .0}.',
  'boxes.end.alarm': 'Bob’s monitor sees bright light. They stop before a bit is kept.',
  'boxes.end.seal': 'They stop: a letter does not carry its seal.',

  'boxes.gauge.errors': 'Error rate',
  'boxes.gauge.errors.none': 'not tested',
  'boxes.gauge.errors.usual':
    '{noticed, select, more {above the usual} fewer {below the usual} other {the usual}} {usual, number, ::percent .0}, limit {limit, number, ::percent .0}',
  'boxes.gauge.errors.limit': 'limit {limit, number, ::percent .0}',
  'boxes.gauge.known': 'Kept bits Eve knows',
  'boxes.gauge.known.none': 'none kept',
  'boxes.gauge.known.who': 'only {who, select, eve {you} other {you and Eve}} see this',
  'boxes.gauge.known.guess':
    'her best guess is right for {share, number, percent}; only you see this',
  'boxes.gauge.alarm': 'Alarm',
  'boxes.alarm.silent': 'silent',
  'boxes.alarm.rang': 'rang',
  'boxes.alarm.no-monitor': 'no monitor',
  'boxes.alarm.unknown': 'not heard',
  'boxes.alarm.silent.why': 'the detectors’ current is as usual',
  'boxes.alarm.rang.why': 'bright light at the detectors',
  'boxes.alarm.unknown.why': 'whether a monitor is there, you cannot see',
  'boxes.alarm.why.splitting': 'no monitor watches the counts',
  'boxes.alarm.why.decoys': 'the decoys click as often as usual',
  'boxes.alarm.why.strength':
    'of pulses with {at} photons on average {share, number, ::percent .00} click, usually {usual, number, ::percent .00}',
  'boxes.alarm.why.blinding': 'nobody watches the detectors’ current',
  'boxes.alarm.why.trojan': 'nobody watches for light from outside',
  'boxes.alarm.why.shift': 'nobody watches arrival times',
  'boxes.alarm.why.early': 'no monitor watches the order of letters',
  'boxes.alarm.why.cut': 'none is needed: clicks are missing',
  'boxes.same': 'Same photons, same seed.',
  'boxes.with.splitting': '{on, select, yes {Run without both} other {Run with both fixes}}',
  'boxes.with.blinding': '{on, select, yes {Run without monitor} other {Run with monitor}}',
  'boxes.with.trojan': '{on, select, yes {Run without isolator} other {Run with isolator}}',
  'boxes.with.shift':
    '{on, select, yes {Run without random gating} other {Run with random gating}}',
  'boxes.with.early': '{on, select, yes {Run announcing early} other {Run announcing after}}',
  'boxes.open': 'Open this run',

  'boxes.table':
    'The runs side by side: {attack, select, splitting {two switches change together} other {one switch differs}}',
  'boxes.table.run': 'Run',
  'boxes.table.errors': 'Errors',
  'boxes.table.clicks': 'Clicks',
  'boxes.table.kept': 'Kept',
  'boxes.table.known': '{who, select, eve {You know} other {Eve knows}}',
  'boxes.table.ends': 'Ends',
  'boxes.table.key': 'Key bits',
  'boxes.row': '{fix, select, none {No fix} other {Fix on}}',
  'boxes.row.part': 'Only {fix}',
  'boxes.row.both': 'Both fixes',
  'boxes.row.eve': '{eve, select, yes {with Eve} other {without Eve}}',
  'boxes.row.alone': '{eve, select, yes {With Eve} other {Without Eve}}',
  'boxes.row.early': 'Said early',
  'boxes.row.after': 'Said after',
  'boxes.cell.none': 'none',
  'boxes.cell.no-key': 'none',
  'boxes.cell.waiting': 'waiting',
  'boxes.cell.cancelled': 'cancelled',
  'boxes.cell.failed': 'failed',
  'boxes.cell.not-run': 'not run',
  'boxes.ends.key': 'key',
  'boxes.ends.fooled': 'fooled',
  'boxes.ends.fooled.eve': 'key is yours',
  'boxes.ends.stopped-errors': 'stopped: errors',
  'boxes.ends.stopped-seal': 'stopped: seal',
  'boxes.ends.stopped-short': 'stopped: no key left',
  'boxes.ends.stopped-alarm': 'stopped: alarm',

  'boxes.cost': 'What the fix costs',
  'boxes.cost.key': 'Key bits without Eve',
  'boxes.cost.change': '{before} → {after}',
  'boxes.cost.naive': 'Key bits without Eve, all pulses wrongly taken for single photons',
  'boxes.cost.honest': 'counted honestly, no decoys',
  'boxes.cost.decoyed': 'counted honestly, with decoys',
  'boxes.cost.spent': 'Pulses spent as decoys',
  'boxes.cost.spent.value': '{n, number} ({share, number, percent})',
  'boxes.cost.clicks': 'Clicks without Eve',
  'boxes.cost.paid': 'Bits taken off for light that still comes back',
  'boxes.cost.waiting': 'not run',
  'boxes.cost.more.splitting':
    'Two switches belong together: decoys show which pulses arrive, and honest counting uses that. One alone can be tried in the list.',
  'boxes.cost.more.blinding':
    'The figures are from runs. A monitor has to be built and checked too, and a false alarm stops a link.',
  'boxes.cost.more.trojan':
    'What still comes back is paid in privacy amplification. The isolator’s loss at the exit is not simulated: the strength is set behind it.',
  'boxes.cost.more.shift':
    'Gating takes one random choice a pulse. Small differences here are chance: other photons are lost.',
  'boxes.cost.more.early': 'The order of letters costs no bit. Bob’s report has to come first.',
  'boxes.cost.more.cut':
    'No switch in the box brings the light back. A second line can. That is no matter of secrecy.',

  'boxes.special': 'Is that special to QKD?',
  'boxes.special.text':
    'No. Every method runs in boxes. Who reads a box out has the keys stored in it, in each of five methods.',
  'boxes.special.go': 'See them read out',
  'boxes.model': 'The proof is about a model of the box. Fixes bring the box closer to it.',
  'boxes.failed': 'A run of this attack failed.',
  'boxes.cancelled': 'Cancelled. What has run stays.',
  'boxes.told':
    '{attack}{eve, select, yes {, Eve at work} no {, without Eve} other {}}. {title} {text}',
} as const;
