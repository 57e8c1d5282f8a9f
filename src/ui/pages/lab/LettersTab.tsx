import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../../../content/words/use-words.ts';
import type { Seed } from '../../../scenarios/config.ts';
import type { Run } from '../../../scenarios/run.ts';
import { openForge } from '../../../store/bench.ts';
import { runStore } from '../../../store/run.ts';
import { endView, finishedRun, request, trustStore } from '../../../store/trust.ts';
import {
  type Cipher,
  forgeShort,
  openConfig,
  type Repeated,
  repeatConfigs,
} from '../../../store/trust-misuse.ts';
import { useView } from '../../../store/view.ts';
import { jump } from '../../connected.tsx';
import {
  FailuresPanel,
  type OpenShown,
  type RepeatedShown,
} from '../../panels/forgery/FailuresPanel.tsx';
import { ForgeryPanel } from '../../panels/forgery/ForgeryPanel.tsx';
import { LettersList } from '../../panels/letters-list/LettersList.tsx';
import { Card } from '../../parts/Panel.tsx';

/** Every letter of the run so far, with its seal; and a bench where seals are forged. */
export function LettersTab({ head }: { readonly head: ReactNode }) {
  const say = useWords();
  const view = useView();
  const run = useStore(runStore, ({ run }) => run);
  const forge = useMemo(() => (run ? openForge(run.config) : null), [run]);
  if (!view || !run || !forge) return <Card>{head}</Card>;
  const { authentication, seed } = run.config;
  const { seals } = run.receipt;
  const sealed = authentication.method !== 'none';
  return (
    <>
      <h2 className="sr-only">{say('lab.tab.letters')}</h2>
      <Card className="min-w-0">
        {head}
        <div className="max-h-[calc(100dvh-372px)] min-h-60 overflow-y-auto px-4 pt-3 pb-2">
          <LettersList view={view} onSeek={jump} bare />
        </div>
      </Card>
      <ForgeryPanel
        key={`${seed} ${authentication.method} ${authentication.tagBits}`}
        run={forge}
        tagBits={sealed ? (authentication.tagBits ?? 'signature') : null}
        oddsLog2={seals.forgeryOdds}
        oddsAre={seals.kind === 'bound' ? 'bound' : 'best-known'}
      />
      <Failures key={String(seed)} seed={seed} />
    </>
  );
}

/** Mistakes with seals, executed in sessions of their own from the seed on screen. */
function Failures({ seed }: { readonly seed: Seed }) {
  const state = useStore(trustStore);
  const [repeated, setRepeated] = useState<Repeated>('mask');
  const [cipher, setCipher] = useState<Cipher>('one-time-pad');
  const { twice, once } = repeatConfigs(seed, repeated);
  const open = openConfig(seed, cipher);
  const [runTwice, runOnce, runOpen] = [twice, once, open].map((one) => finishedRun(state, one));
  return (
    <FailuresPanel
      repeated={repeated}
      onRepeated={setRepeated}
      repeat={runTwice && runOnce ? repeatShown(runTwice, runOnce) : null}
      onRepeat={() => request([twice, once])}
      short={{ forge: (terms, ...rest) => forgeShort({ seed, ...terms }, ...rest) }}
      cipher={cipher}
      onCipher={setCipher}
      open={runOpen ? openShown(runOpen) : null}
      onOpen={() => request([open])}
      busy={state.waiting.length > 0}
      failed={state.failure !== null}
    />
  );
}

function repeatShown(twice: Run, once: Run): RepeatedShown {
  const { letters } = endView(twice, 'everyone');
  const greetings = letters.filter(
    ({ kind, claimedFrom, link }) => kind === 'greeting' && claimedFrom === 'alice' && link === 0,
  );
  const forged = letters.filter(({ writtenBy, tagHex }) => writtenBy === 'eve' && tagHex !== null);
  return {
    letters: greetings.slice(0, 2),
    forged: {
      made: forged.length,
      fit: forged.filter(({ seal }) => seal === 'fits-wrongly').length,
    },
    recovered: twice.recovered,
    twice: twice.receipt.verdict,
    once: once.receipt.verdict,
  };
}

function openShown(run: Run): OpenShown | 'too-short' {
  const envelope = endView(run, 'everyone').use(0)?.envelope;
  if (!envelope || envelope.written === null) return 'too-short';
  return { wrote: envelope.written, read: envelope.accepted ? envelope.read : null };
}
