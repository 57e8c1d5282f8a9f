import { type SayWords, useWords } from '../../../content/words/use-words.ts';
import type { AuthenticationMethod, TrustAnchorName } from '../../../scenarios/config.ts';
import type { LetterView } from '../../../scenarios/knowledge/view.ts';
import { type DrawPortrait, Person, Slip } from './marks.tsx';
import type { Scene } from './scene.ts';

/** Who stands at the other end, and what is handed over to prove a name. */
export function ProveStep({
  scene,
  anchor,
  method,
  draw,
}: {
  readonly scene: Scene;
  readonly anchor: TrustAnchorName;
  readonly method: AuthenticationMethod;
  readonly draw: DrawPortrait;
}) {
  const say = useWords();
  const { subject, stands, introduced, exchange } = scene;
  const impostor = stands === 'eve';
  const name = say(`value.${subject}`);
  const signs = method === 'ed25519' || method === 'ml-dsa-65';
  return (
    <div className="flex flex-col gap-2.5">
      {impostor && <Person actor={subject} name={name} does={say('trust.cut-off')} draw={draw} />}
      <Person
        actor={impostor ? 'eve' : subject}
        name={impostor ? say('value.eve') : name}
        does={
          <span className={impostor ? 'font-semibold text-eve' : undefined}>
            {say('trust.i-am', { name })}
          </span>
        }
        draw={draw}
      />
      {introduced && (
        <Slip
          writer={introduced.writtenBy}
          title={say('trust.from', { name })}
          seal={null}
          sealWords=""
        >
          {say(anchor === 'pki' ? 'trust.shows.chain' : 'trust.shows.bundle')}
        </Slip>
      )}
      {exchange.map((letter) => (
        <KemSlip key={letter.index} letter={letter} />
      ))}
      <p className="text-[12px] text-ink2 leading-[1.4]">
        {proves(say, {
          anchor,
          method,
          signs,
          introduced: introduced !== null,
          reader: scene.reader,
        })}
      </p>
    </div>
  );
}

function proves(
  say: SayWords,
  {
    anchor,
    method,
    signs,
    introduced,
    reader,
  }: {
    readonly anchor: TrustAnchorName;
    readonly method: AuthenticationMethod;
    readonly signs: boolean;
    readonly introduced: boolean;
    readonly reader: Scene['reader'];
  },
): string {
  if (method === 'none') return say('trust.prove.nothing');
  if (anchor === 'pre-shared-key') return say('trust.prove.shared');
  if (!introduced) return say('trust.prove.not-reached', { who: reader });
  if (signs) return say('trust.prove.signs');
  return say(method === 'wegman-carter' ? 'trust.prove.kem-hash' : 'trust.prove.kem');
}

/** One of the two letters that make a sealing key where nobody shares one yet. */
function KemSlip({ letter }: { readonly letter: LetterView }) {
  const say = useWords();
  const { content, claimedFrom, writtenBy, seal } = letter;
  if (content.kind !== 'kem-key' && content.kind !== 'kem-ciphertext') return null;
  return (
    <Slip
      writer={writtenBy}
      title={say('trust.from', { name: say(`value.${claimedFrom}`) })}
      seal={seal}
      sealWords={say(`letters.seal.${seal}`)}
    >
      {say(`trust.${content.kind}`, { bytes: content.length })}
    </Slip>
  );
}
