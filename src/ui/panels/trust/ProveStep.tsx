import { useWords } from '../../../content/words/use-words.ts';
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
  const mac = exchange.length > 0;
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
        {anchor === 'pre-shared-key'
          ? say(method === 'none' ? 'trust.prove.nothing' : 'trust.prove.shared')
          : method === 'none'
            ? say('trust.prove.nothing')
            : mac
              ? say(method === 'wegman-carter' ? 'trust.prove.kem-hash' : 'trust.prove.kem')
              : introduced
                ? say('trust.prove.signs')
                : say('trust.prove.not-reached', { who: scene.reader })}
      </p>
    </div>
  );
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
