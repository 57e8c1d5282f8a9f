/** DistanceTab: */
export const distanceWords = {
  'distance.eyebrow':
    '{loss, number} dB/km, detectors {efficiency, number, ::percent .##}, μ {signal, number}, seed {seed}',
  'distance.series.single-photons': 'single photons',
  'distance.series.decoys': 'weak pulses, decoys',
  'distance.series.without-decoys': 'weak pulses, no decoys',
  'distance.curve.single-photons': 'single photons, endless run',
  'distance.curve.infinite-decoys': 'weak pulses, endlessly many decoys',
  'distance.curve.decoys': 'weak pulses, vacuum and weak decoy',
  'distance.curve.finite': 'two decoys, finite key of {pulses} pulses',
  'distance.curve.without-decoys': 'weak pulses without decoys (GLLP)',
  'distance.curve.reach': 'to {km, number} km',
  'distance.curve.never': 'no key',
  'distance.curve.missing': 'needs two decoys',
  'distance.wrong': 'wrong accounting',

  'distance.chart.title': 'Rate against distance',
  'distance.chart.y': 'secret bits per pulse',
  'distance.chart.floor.1': 'no',
  'distance.chart.floor.2': 'key',
  'distance.chart.key': 'Marks: runs. Dashes: formula.',
  'distance.chart.bars':
    'Bars: standard error of {runs, plural, one {# run} other {# runs}}; one shorter than its mark is not drawn.',
  'distance.chart.empty': 'Formula only: nothing is executed with these boxes yet.',
  'distance.chart.summary':
    'Secret bits per pulse against distance, {points, plural, =0 {no executed point} one {one executed point} other {# executed points}}. {reaches}',
  'distance.lines': 'Dashes show',
  'distance.lines.runs': 'these runs',
  'distance.lines.textbook': 'textbook',
  'distance.lines.runs.more': 'The formula says what such runs give on average.',
  'distance.lines.textbook.more':
    'All curves but D are of endless runs, where test bits and decoys cost nothing.',
  'distance.lines.textbook.of': 'Curves as in {name}.',

  'distance.here.handle': 'Distance looked at',
  'distance.here.value': '{km, number} km',
  'distance.here': 'At {km, number} km',
  'distance.here.running': 'running',
  'distance.here.series': 'Source',
  'distance.here.gain': 'Gain',
  'distance.here.qber': 'Error rate',
  'distance.here.rate': 'Secret bits per pulse',
  'distance.here.formula': 'Formula',
  'distance.here.not-run': 'not run',
  'distance.here.none': 'none compared',
  'distance.here.no-key': 'no key',
  'distance.here.some': '{rate}, a key in {keys, number} of {runs, number} runs',
  'distance.here.note':
    'Gain: clicks per pulse. Error rate: of the compared bits. Keys are counted before seals are paid.',

  'distance.table': 'The points as a table',
  'distance.table.km': 'Distance',
  'distance.table.runs': 'Runs with a key',
  'distance.table.pulses': 'Pulses per run',
  'distance.table.of': '{keys, number} of {runs, number}',
  'distance.table.empty': 'No point is executed yet.',

  'distance.sweep.run': 'Run sweep',
  'distance.sweep.rest': 'Run the rest',
  'distance.sweep.cancel': 'Cancel',
  'distance.sweep.size':
    '{runs, plural, one {# run} other {# runs}} from 0 to {km, number} km, on all cores of this machine.',
  'distance.sweep.progress': 'Sweep: {share, number, ::percent .##} done',
  'distance.sweep.finished': 'Finished: {runs, number} runs.',
  'distance.sweep.cancelled': 'Cancelled: {executed, number} of {runs, number} runs are kept.',
  'distance.sweep.csv': 'Export CSV',
  'distance.sweep.svg': 'Export SVG',
  'distance.sweep.told.finished': 'The sweep is finished: {runs, number} runs. {reaches}',
  'distance.sweep.told.cancelled': 'The sweep is cancelled. {executed, number} runs are kept.',
  'distance.sweep.told.reach':
    '{series}: {km, plural, =-1 {no key at any length} other {a key at # km at the longest}}.',
  'distance.sweep.adapt':
    'Where clicks are few, a run sends up to {times, number} times as many pulses.',
  'distance.sweep.without': 'Without decoys, each length has its own best μ.',
  'distance.without-worker':
    'This browser cannot compute in the background. Runs here have up to a million pulses.',

  'distance.boxes': 'Boxes and line',
  'distance.preset': 'Published system',
  'distance.preset.none': 'our own',
  'distance.preset.source': 'Source: {source}',
  'distance.preset.afterpulse':
    'The paper counts afterpulses; its curves here do too, our runs do not.',
  'distance.loss': 'Loss per km',
  'distance.loss.effect': 'Good fibre loses 0.2 dB, one photon in twenty, each km.',
  'distance.efficiency': 'Detector efficiency',
  'distance.efficiency.effect': 'Chance that a photon at Bob is seen.',
  'distance.dark': 'Dark counts per 10⁸ pulses',
  'distance.dark.effect': 'Clicks without light, in each detector. They end the reach.',
  'distance.misalignment': 'Alignment error',
  'distance.misalignment.effect': 'Chance that a photon goes to the wrong detector.',
  'distance.signal': 'Pulse strength μ',
  'distance.signal.effect': 'Mean photons per signal pulse, as it leaves Alice.',
  'distance.decoys': 'Decoys: {list}.',
  'distance.decoy': 'μ = {mean} in {share, number, ::percent .##} of the pulses',
  'distance.pulses': 'Pulses per run',
  'distance.pulses.effect': 'More pulses make smaller bars, and take longer.',
  'distance.repeats': 'Runs per point',
  'distance.step': 'A point every, km',
  'distance.accounting': 'Accounting',
  'distance.accounting.asymptotic': 'honest, endless run',
  'distance.accounting.finite-key': 'honest, run of this size',
  'distance.accounting.single-photons-assumed': 'naive: every pulse one photon',
  'distance.accounting.asymptotic.effect': 'Counts are taken as exact; weak pulses as they are.',
  'distance.accounting.finite-key.effect':
    'Chance is paid for. Weak pulses need two decoys, else no key.',
  'distance.accounting.single-photons-assumed.effect':
    'Wrong for weak pulses: Eve may know bits that it counts as secret.',
  'distance.naive':
    'These rates of weak pulses are wrong. Pulses of two photons can be split without an error.',
  'distance.refused': 'These boxes do not fit together: {problem}',

  'distance.laser': 'What a laser sends',
  'distance.laser.row': 'Pulses {from, number} to {to, number} of a run with μ = {signal, number}',
  'distance.laser.row.says':
    '{none, plural, =0 {None is empty} one {One is empty} other {# are empty}}, {one, plural, =0 {none holds one photon} one {one holds one photon} other {# hold one photon}}, {more, plural, =0 {none holds two or more} one {one holds two or more} other {# hold two or more}}.',
  'distance.laser.unseen':
    '{who, select, alice {Alice does not see how many photons her pulses hold.} bob {Bob does not see how many photons a pulse holds.} other {Eve has not counted the photons of these pulses.}}',
  'distance.laser.waiting': 'A short run is under way.',
  'distance.laser.none': 'Empty pulses',
  'distance.laser.one': 'Pulses with one photon',
  'distance.laser.more': 'Pulses with two or more',
  'distance.laser.text':
    'A laser does not count its photons. Of a pulse with two, Eve could keep one unseen.',
  'distance.laser.decoys':
    'Decoys are weaker pulses that Alice mixes in. They show how many clicks single photons made.',
  'distance.laser.formula': 'Shares by formula, at μ = {signal, number}.',

  'distance.failed': 'A run failed',
  'distance.failed.more': 'Nothing is shown in its place.',
  'distance.again': 'Run again',
} as const;
