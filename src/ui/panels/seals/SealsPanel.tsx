import { useWords } from '../../../content/words/use-words.ts';
import type { AuthenticationMethod } from '../../../scenarios/config.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { formatOdds } from '../../format.ts';
import { Button } from '../../parts/Button.tsx';
import { Panel } from '../../parts/Panel.tsx';

export interface MeasuredSeal {
  readonly method: Exclude<AuthenticationMethod, 'none'>;
  /** From an honest session with this seal; null while it is executed. */
  readonly measured:
    | (Pick<Receipt['seals'], 'made' | 'keyBitsSpent' | 'forgeryOdds' | 'kind'> & {
        readonly tagBits: number;
      })
    | null;
}

/** The kinds of seals, by what a user would ask. */
export function SealsPanel({
  seals,
  onFailures,
}: {
  readonly seals: readonly MeasuredSeal[];
  readonly onFailures: () => void;
}) {
  const say = useWords();
  const heads = [
    'seals.seal',
    'seals.can-check',
    'seals.can-make',
    'seals.key-used',
    'seals.tag',
    'seals.rests-on',
    'seals.quantum',
    'seals.odds',
  ] as const;
  return (
    <Panel
      title={say('seals.title')}
      under={<p className="text-[13px] text-ink2 leading-[1.4]">{say('seals.lead')}</p>}
      aside={
        <Button size="small" onClick={onFailures}>
          {say('seals.failures')}
        </Button>
      }
      className="!h-auto mb-1"
    >
      <div className="px-4 pb-3">
        <table className="w-full border-collapse text-left align-top text-[13px] @max-[860px]:block">
          <thead className="@max-[860px]:sr-only">
            <tr className="align-bottom text-[12px] text-ink3">
              {heads.map((head) => (
                <th key={head} scope="col" className="py-1.5 pr-3 font-semibold leading-[1.3]">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="@max-[860px]:block">
            {seals.map((seal) => (
              <Row key={seal.method} {...seal} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ method, measured }: MeasuredSeal) {
  const say = useWords();
  const signs = method === 'ed25519' || method === 'ml-dsa-65';
  const wait = say('seals.measuring');
  return (
    <tr className="border-line border-t align-top leading-[1.35] @max-[860px]:grid @max-[860px]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] @max-[860px]:gap-x-3 @max-[860px]:py-2">
      <th
        scope="row"
        className="min-w-[112px] py-2 pr-3 font-[650] text-ink @max-[860px]:col-span-2 @max-[860px]:py-1"
      >
        {say(`value.${method}`)}
      </th>
      <Cell label={say('seals.can-check')}>{say(signs ? 'seals.anyone' : 'seals.owners')}</Cell>
      <Cell label={say('seals.can-make')}>{say(signs ? 'seals.signer' : 'seals.owners')}</Cell>
      <Cell label={say('seals.key-used')}>
        {measured
          ? say(measured.keyBitsSpent > 0 ? 'seals.used' : 'seals.used.none', {
              bits: measured.keyBitsSpent,
              n: measured.made,
            })
          : wait}
      </Cell>
      <Cell label={say('seals.tag')}>
        {measured ? say('seals.length', { bits: measured.tagBits }) : wait}
      </Cell>
      <Cell label={say('seals.rests-on')}>{say(`seals.rests.${method}`)}</Cell>
      <Cell label={say('seals.quantum')}>{say(`seals.quantum.${method}`)}</Cell>
      <Cell label={say('seals.odds')}>
        {measured ? <Odds {...measured} method={method} /> : wait}
      </Cell>
    </tr>
  );
}

function Odds({
  method,
  forgeryOdds,
  kind,
}: NonNullable<MeasuredSeal['measured']> & Pick<MeasuredSeal, 'method'>) {
  const say = useWords();
  const is = kind === 'bound' ? 'bound' : 'best-known';
  return (
    <>
      <span className="whitespace-nowrap font-[650] text-ink">
        {say(`seals.odds.${is}`, { odds: formatOdds(forgeryOdds) })}
      </span>
      <span className="block text-[12px]">
        {say(method === 'gmac' ? 'seals.odds.mask.more' : `seals.odds.${is}.more`)}
      </span>
    </>
  );
}

/** On a narrow page each figure stands under its own name. */
function Cell({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <td className="py-2 pr-3 text-ink2 tabular-nums @max-[860px]:py-1 @max-[860px]:pr-0">
      <span className="hidden text-[12px] text-ink3 @max-[860px]:block">{label}</span>
      {children}
    </td>
  );
}
