import { useWords } from '../../../content/words/use-words.ts';
import type { CredentialView, IntroductionView } from '../../../scenarios/knowledge/view.ts';
import { classes } from '../../parts/classes.ts';
import { KeyMark } from '../../parts/glyphs/marks.tsx';
import { BORDER_OF, shortFingerprint, WaxSeal } from './marks.tsx';
import type { Party } from './scene.ts';

const KINDS = ['root', 'issuer', 'leaf'] as const;
type Kind = (typeof KINDS)[number];

/** Who can sign with the key of the last certificate; null: nobody here can tell. */
export type KeyHolders = 'owner' | 'owner-and-eve' | 'eve' | null;

/** Root, issuer and certificate as they were made, and beside them what Eve shows in their place. */
export function PkiRegister({
  subject,
  reader,
  real,
  shown,
  holders,
}: {
  readonly subject: Party;
  readonly reader: Party;
  /** As registered; null where this observer knows only what was shown. */
  readonly real: IntroductionView | null;
  /** What the reader was shown; null: nobody showed anything else. */
  readonly shown: IntroductionView | null;
  readonly holders: KeyHolders;
}) {
  const say = useWords();
  const rows = KINDS.map((kind) => {
    const own = credentialOf(real, kind);
    const other = credentialOf(shown, kind);
    const same = own === null || other === null || own.serial === other.serial;
    return { kind, own: own ?? other, other: same ? null : other };
  });
  const split = rows.some(({ other }) => other !== null);
  return (
    <ol className="flex flex-col" aria-label={say('trust.pki.chain')}>
      {rows.map(({ kind, own, other }, n) => {
        const forked = other !== null;
        // Where the other branch begins, its line comes from the shared card above.
        const wide = split && !forked;
        return (
          <li key={kind} className={classes('grid gap-x-2.5', split && 'grid-cols-2')}>
            {n > 0 && <Stem wide={wide} both={forked} />}
            <div className={classes('min-w-0', wide && 'col-span-2')}>
              {own && (
                <CertificateCard
                  credential={own}
                  subject={subject}
                  reader={reader}
                  root={real === null ? rootSeen(shown) : 'pinned'}
                  holders={kind === 'leaf' && !forked ? holders : null}
                />
              )}
            </div>
            {other && (
              <div className="min-w-0">
                <CertificateCard
                  credential={other}
                  subject={subject}
                  reader={reader}
                  root="not-pinned"
                  holders={kind === 'leaf' ? 'eve' : null}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function credentialOf(introduction: IntroductionView | null, kind: Kind): CredentialView | null {
  return introduction?.credentials.find((one) => one.kind === kind) ?? null;
}

type RootSeen = 'pinned' | 'not-pinned' | 'not-looked';

/** All that an end can say of a root: what its own check said. */
function rootSeen(shown: IntroductionView | null): RootSeen {
  const check = shown?.judged.checks.find(({ name }) => name === 'pinned-root');
  if (check?.result === 'passed') return 'pinned';
  return check?.result === 'failed' ? 'not-pinned' : 'not-looked';
}

function Stem({ wide, both }: { readonly wide: boolean; readonly both: boolean }) {
  const stem = (
    <span className="mx-auto block h-3 w-0 border-line2 border-l-2" aria-hidden="true" />
  );
  if (!both) return <span className={wide ? 'col-span-2' : ''}>{stem}</span>;
  return (
    <>
      {stem}
      {stem}
    </>
  );
}

function CertificateCard({
  credential,
  subject,
  reader,
  root,
  holders,
}: {
  readonly credential: CredentialView;
  readonly subject: Party;
  readonly reader: Party;
  /** Whether the reader was given this root before; of roots only. */
  readonly root: RootSeen;
  readonly holders: KeyHolders;
}) {
  const say = useWords();
  const { kind, fingerprint, issuer, madeBy, carriesKeyOf } = credential;
  const hers = carriesKeyOf === 'eve';
  const leaf = kind === 'leaf';
  const name = leaf ? say('trust.quoted', { name: credential.subject }) : credential.subject;
  const border = hers ? BORDER_OF.eve : leaf ? BORDER_OF[subject] : 'border-ink';
  return (
    <div className={classes('rounded-[10px] border-2 bg-surface px-2 py-1.5', border)}>
      <div className="flex items-start justify-between gap-1">
        <p className="font-[650] text-[13px] text-ink leading-[1.3]">{name}</p>
        <span className={classes('-mb-1', madeBy === 'eve' ? 'text-eve' : 'text-ink')}>
          <WaxSeal ticked />
        </span>
      </div>
      <p className="text-[12px] text-ink2 leading-[1.3]">
        {kind === 'root'
          ? say(`trust.pki.${root}`, { who: reader })
          : leaf && carriesKeyOf !== null
            ? say(hers ? 'trust.key-of-eve' : 'trust.key-of', { who: subject })
            : say(hers ? 'trust.pki.eves-issuer' : 'trust.pki.signed-by', { issuer })}
      </p>
      <p className="whitespace-nowrap font-mono text-[11px] text-ink2 leading-[1.4]">
        <span className="sr-only">{say('trust.fingerprint')} </span>
        {shortFingerprint(fingerprint)}
      </p>
      {holders !== null && (
        <p className="mt-0.5 flex items-start gap-1 text-[12px] text-ink2 leading-[1.3]">
          <KeyMark className="mt-px size-3.5 flex-none" />
          <span>{say(`trust.holds.${holders}`, { who: subject })}</span>
        </p>
      )}
    </div>
  );
}
