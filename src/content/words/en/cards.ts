/** CardsTab: from proof to practice, who doubts and who builds, and dated fact cards. */
export const cardsWords = {
  'cards.intro': 'Certification means: an independent laboratory tests a device against a list.',
  'cards.no-verdict':
    'Your runs show what each part does. They cannot weigh your money and your risk.',

  'cards.way': 'From proof to practice',
  'cards.promises': 'What it promises',
  'cards.wrong': 'What may still go wrong',
  'cards.looks': 'Who looks at it',
  'cards.lists': 'Lists that exist for it',
  'cards.see': 'See it run: {tab}',
  'cards.told': '{station}. {promise}',

  'cards.station.theory': 'Theory',
  'cards.station.theory.promise':
    'If its assumptions hold, Eve knows almost nothing of the key. The proof says how little.',
  'cards.station.theory.wrong':
    'The proof needs letters that nobody has changed. Without seals it promises nothing.',
  'cards.station.theory.looks': 'Physicists and cryptographers, in reviewed papers.',
  'cards.station.model': 'Model',
  'cards.station.model.promise':
    'Light, fibre and detectors behave as a few formulas say. The proof is about those.',
  'cards.station.model.wrong':
    'A laser sometimes sends two photons, and a long fibre loses most of them. Then little or no key remains.',
  'cards.station.model.looks': 'Researchers, who set measurements against the formulas.',
  'cards.station.device': 'Device',
  'cards.station.device.promise': 'The box does what the model says, and nothing else.',
  'cards.station.device.wrong':
    'Bright light, reflections and early clicks tell Eve bits. The error rate need not rise.',
  'cards.station.device.looks': 'Makers, and laboratories that attack devices.',
  'cards.station.evaluation': 'Evaluation',
  'cards.station.evaluation.promise':
    'A laboratory has tested one version of the device against a written list.',
  'cards.station.evaluation.wrong':
    'A list holds the attacks that are known. Switch a fix off, and see what a missing line costs.',
  'cards.station.evaluation.looks': 'Test laboratories, and the agencies that sign certificates.',
  'cards.station.operation': 'Operation',
  'cards.station.operation.promise': 'The key reaches its user, and nobody else.',
  'cards.station.operation.wrong':
    'Every relay sees the key. So may everybody behind the wall of a site.',
  'cards.station.operation.looks': 'Operators, auditors and the people on site.',

  'cards.sides': 'Two readings of the same five subjects',
  'cards.run': 'What a run here shows',
  'cards.rests': 'Source: {publisher}{edition}',
  'cards.subject.authentication': 'Who is at the other end',
  'cards.subject.equipment': 'Equipment and reach',
  'cards.subject.relays': 'Relays',
  'cards.subject.validation': 'Trust in the device',
  'cards.subject.blocking': 'A disturbed line',

  'cards.doubt': 'Those who doubt',
  'cards.doubt.authentication': 'QKD does not say who is at the other end. Something else has to.',
  'cards.doubt.authentication.run':
    'Without seals a middleman makes one key with each, and neither notices.',
  'cards.doubt.equipment':
    'It needs devices and lines of its own. Software alone cannot bring it or mend it.',
  'cards.doubt.equipment.run': 'Move the distance out: the key gets rarer, then there is none.',
  'cards.doubt.relays':
    'Long ways need relays that hold the key. That costs money and trust in people.',
  'cards.doubt.relays.run': 'Read out one relay: Eve then has the key of both ends.',
  'cards.doubt.validation':
    'The proof is about a model. It is hard to show that a device keeps to it.',
  'cards.doubt.validation.run':
    'Blind the detectors: Eve has the whole key, and the error rate stays low.',
  'cards.doubt.blocking':
    'Whoever disturbs the light stops the key. To block is easier than to listen.',
  'cards.doubt.blocking.run': 'Cut the fibre: no secret gets out, and no key is made.',

  'cards.build': 'Those who build',
  'cards.build.authentication':
    'Names have to be proved only while the session runs. A later break comes too late.',
  'cards.build.authentication.run':
    'Let the seals break after the session: the keys made before stay secret.',
  'cards.build.equipment':
    'Lines are being built into networks that exist. Decoys let plain lasers reach far.',
  'cards.build.equipment.run':
    'Compare the curves of one laser: decoys make key where there was none.',
  'cards.build.relays':
    'Relays are known places that can be guarded. Networks of many cities work this way.',
  'cards.build.relays.run': 'Each box that sees the key is marked, and no other.',
  'cards.build.validation':
    'Attacks are published and answered. Test methods for devices are now written down.',
  'cards.build.validation.run':
    'Switch the monitor on: the same blinding raises an alarm, and no key is made.',
  'cards.build.blocking':
    'A blocked line costs time, not old secrets. What was recorded holds no key.',
  'cards.build.blocking.run':
    'Record today, and look again with a quantum computer: light leaves nothing to open.',

  'cards.facts': 'Fact cards',
  'cards.facts.more':
    'Each card names its source and its day. Copies may be older than the page today.',
  'cards.filter': 'Show',
  'cards.filter.all': 'All',
  'cards.filter.option': '{label} ({n, number})',
  'cards.shown': '{n, plural, =0 {No cards} one {# card} other {# cards}}',
  'cards.more': 'Show all {n, number} cards',
  'cards.status.checked': 'Checked',
  'cards.status.secondary': 'Second-hand',
  'cards.status.not-verified': 'Not verified',
  'cards.status.checked.more': 'read in the publisher’s own words, in a stored copy',
  'cards.status.secondary.more': 'read only in what others say about it',
  'cards.status.not-verified.more': 'looked for, neither confirmed nor ruled out',
  'cards.as-of': 'As of {date}',
  'cards.source': 'Source',
  'cards.via': 'Read in: {via}',
  'cards.no-edition': 'no date given',
} as const;
