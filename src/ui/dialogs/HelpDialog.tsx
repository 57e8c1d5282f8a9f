import type { ReactNode } from 'react';
import { useWords, type WordKey } from '../../content/words/use-words.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EnvelopeGlyph } from '../parts/glyphs/Envelope.tsx';
import { HatchPattern } from '../parts/glyphs/Hatch.tsx';
import { KeyMark } from '../parts/glyphs/marks.tsx';
import { PhotonGlyph, UnknownPhotonGlyph } from '../parts/glyphs/Photon.tsx';
import { SealGlyph } from '../parts/glyphs/Seal.tsx';
import { BasisTile, OddsTile, RecordTile } from '../parts/glyphs/Tile.tsx';
import { KeyHint } from '../parts/KeyHint.tsx';
import { closeDialog, go } from '../place.ts';

/** Keys in the order of the map; words where a key has a name, signs where it has one. */
const KEYS: readonly {
  readonly keys: readonly (WordKey | { sign: string })[];
  readonly does: WordKey;
}[] = [
  { keys: ['help.key.space'], does: 'help.key.play' },
  { keys: [{ sign: '←' }, { sign: '→' }], does: 'help.key.event' },
  { keys: ['help.key.shift', { sign: '←' }, { sign: '→' }], does: 'help.key.hundred' },
  { keys: [{ sign: ',' }, { sign: '.' }], does: 'help.key.step' },
  { keys: ['help.key.home', 'help.key.end'], does: 'help.key.ends' },
  { keys: [{ sign: '1' }, { sign: '2' }, { sign: '3' }, { sign: '4' }], does: 'help.key.speed' },
  { keys: [{ sign: 'v' }, { sign: 'V' }], does: 'help.key.see-as' },
  { keys: [{ sign: 's' }], does: 'help.key.seals' },
  { keys: [{ sign: 'l' }, { sign: 'c' }], does: 'help.key.jump' },
  { keys: [{ sign: 'p' }, { sign: 'f' }], does: 'help.key.present' },
  { keys: [{ sign: 't' }], does: 'help.key.theme' },
  { keys: [{ sign: 'r' }], does: 'help.key.restart' },
  { keys: ['help.key.escape'], does: 'help.key.close' },
  { keys: [{ sign: '?' }], does: 'help.key.help' },
];

export function HelpDialog() {
  const say = useWords();
  return (
    <Dialog title={say('help.title')} onClose={closeDialog} wide>
      <div className="flex flex-col gap-6">
        <Section title={say('help.colour')}>
          <ul className="flex flex-col gap-1 text-[13px] text-ink2">
            <li>{say('help.colour.1')}</li>
            <li>{say('help.colour.2')}</li>
            <li>{say('help.colour.3')}</li>
          </ul>
        </Section>
        <Section title={say('help.keys')}>
          <dl className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
            {KEYS.map(({ keys, does }) => (
              <div key={does} className="flex items-center justify-between gap-3 text-[13px]">
                <dt className="text-ink2">{say(does)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => {
                    const text = typeof key === 'string' ? say(key) : key.sign;
                    return <KeyHint key={text}>{text}</KeyHint>;
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={say('help.glyphs')}>
          <ul className="grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
            <Sign says="help.glyph.photon">
              <PhotonGlyph angle={45} maker="alice" />
            </Sign>
            <Sign says="help.glyph.unknown">
              <UnknownPhotonGlyph />
            </Sign>
            <Sign says="help.glyph.basis">
              <BasisTile basis={0} size={36} />
            </Sign>
            <Sign says="help.glyph.record">
              <RecordTile bit={1} maker="bob" size={36} />
            </Sign>
            <Sign says="help.glyph.odds">
              <OddsTile zero={0.5} one={0.5} size={36} />
            </Sign>
            <Sign says="help.glyph.known">
              <HatchPattern id="help-hatch" />
              <rect
                x="-8"
                y="-8"
                width="16"
                height="16"
                rx="3"
                className="stroke-eve"
                fill="url(#help-hatch)"
              />
            </Sign>
            <Sign says="help.glyph.seal-fits">
              <SealGlyph state="fits" maker="alice" />
            </Sign>
            <Sign says="help.glyph.seal-none">
              <SealGlyph state="none" maker="alice" />
            </Sign>
            <Sign says="help.glyph.seal-broken">
              <SealGlyph state="broken" maker="eve" />
            </Sign>
            <Sign says="help.glyph.seal-wrong">
              <SealGlyph state="fits-wrongly" maker="eve" />
            </Sign>
            <Sign says="help.glyph.envelope">
              <EnvelopeGlyph maker="alice" width={40} height={28} />
            </Sign>
            <Sign says="help.glyph.pool">
              <g className="text-alice">
                <KeyMark x="-12" y="-12" width="24" height="24" />
              </g>
            </Sign>
          </ul>
        </Section>
        <Button className="self-start" onClick={() => go({ screen: 'about' })}>
          {say('help.more')}
        </Button>
      </div>
    </Dialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-[650] text-[14px]">{title}</h3>
      {children}
    </section>
  );
}

function Sign({ says, children }: { readonly says: WordKey; readonly children: ReactNode }) {
  const say = useWords();
  return (
    <li className="flex items-center gap-3 text-[13px] text-ink2">
      <svg viewBox="-22 -22 44 44" className="size-10 shrink-0" aria-hidden="true">
        {children}
      </svg>
      {say(says)}
    </li>
  );
}
