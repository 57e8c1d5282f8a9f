import type { SayWords } from '../../../content/words/use-words.ts';
import type { KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import { factCell, type LedgerRow } from './ledger-rows.ts';

/** The name of a row: "Eve basis". */
export function rowName(say: SayWords, row: LedgerRow): string {
  return row.kind === 'outcome' ? say(row.name) : `${say(row.name)} ${say(row.what)}`;
}

/** All that a cell shows, as one sentence: "Photon 1,604, Bob bit: 0, differs from the other end". */
export function cellLabel(
  say: SayWords,
  view: KnowledgeView,
  row: LedgerRow,
  pulse: number,
): string {
  const parts: string[] = [];
  if (row.kind === 'outcome') {
    const outcome = view.twoLinks ? view.outcome(pulse, row.link) : view.outcome(pulse);
    parts.push(say(outcome === null ? 'ledger.unknown' : `ledger.outcome.${outcome}`));
  } else {
    const cell = factCell(view, row, pulse);
    if (cell.value === null) {
      parts.push(say('ledger.unknown'));
    } else if (row.kind === 'basis') {
      parts.push(say(cell.value === 0 ? 'ledger.basis-plus' : 'ledger.basis-cross'));
    } else {
      parts.push(String(cell.value));
    }
    if (cell.differs) parts.push(say('ledger.cell.differs'));
    if (cell.tested) parts.push(say('ledger.cell.tested'));
    if (cell.eveKnows) parts.push(say('ledger.cell.eve-knows'));
  }
  return say('ledger.cell', { n: pulse + 1, row: rowName(say, row), value: parts.join(', ') });
}
