import { useId } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import { MOST_ROUNDS, type Setup } from '../../../store/lifecycle-plans.ts';
import { Segmented } from '../../parts/Segmented.tsx';
import { LogSlider, Slider } from '../../parts/Slider.tsx';
import { anchorCase } from './why.ts';

const ANCHORS: readonly Setup['anchor'][] = ['pki', 'web-of-trust', 'pre-shared-key'];
const PHOTONS = { min: 1_000, max: 200_000, whole: true } as const;
const ROUNDS = { min: 4, max: MOST_ROUNDS, whole: true } as const;
const MINUTES = { min: 1, max: 60, whole: true, unit: 'min' } as const;
const YEARS = { min: 1, max: 30, whole: true, unit: 'years' } as const;

/** How long things take, for the picture. */
export interface Picture {
  readonly startUpMinutes: number;
  readonly lifeYears: number;
}

/** What all histories have in common, and how long a start-up and a life are drawn. */
export function SetupPanel({
  setup,
  picture,
  onSetup,
  onPicture,
}: {
  readonly setup: Setup;
  readonly picture: Picture;
  readonly onSetup: (changes: Partial<Setup>) => void;
  readonly onPicture: (changes: Partial<Picture>) => void;
}) {
  const say = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id} className="@container">
      <h3 id={id} className="font-[650] text-[14px]">
        {say('time.set.title')}
      </h3>
      <div className="mt-2 grid gap-x-8 gap-y-3 @min-[620px]:grid-cols-2">
        <div className="@min-[620px]:col-span-2">
          <div className="mb-1.5 text-[13px] text-ink2">{say('time.set.anchor')}</div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="w-full max-w-[400px]">
              <Segmented
                label={say('time.set.anchor')}
                value={setup.anchor}
                options={ANCHORS.map((value) => ({
                  value,
                  label: say('time.anchor', { anchor: anchorCase(value) }),
                }))}
                onChange={(anchor) => onSetup({ anchor })}
                stretch
              />
            </div>
            <span className="text-[12px] text-ink2">
              {say('time.anchor.effect', { anchor: anchorCase(setup.anchor) })}
            </span>
          </div>
        </div>
        <LogSlider
          label={say('time.set.photons')}
          value={setup.photons}
          shape={PHOTONS}
          onChange={(photons) => onSetup({ photons })}
          effect={say('time.set.photons.effect')}
        />
        <Slider
          label={say('time.set.rounds')}
          value={setup.rounds}
          shape={ROUNDS}
          step={1}
          onChange={(rounds) => onSetup({ rounds })}
          effect={say('time.set.rounds.effect')}
        />
        <Slider
          label={say('time.set.start-up')}
          value={picture.startUpMinutes}
          shape={MINUTES}
          step={1}
          onChange={(startUpMinutes) => onPicture({ startUpMinutes })}
          effect={say('time.set.start-up.effect')}
        />
        <Slider
          label={say('time.set.life')}
          value={picture.lifeYears}
          shape={YEARS}
          step={1}
          onChange={(lifeYears) => onPicture({ lifeYears })}
          effect={say('time.set.life.effect')}
        />
      </div>
    </section>
  );
}
