import { useWords } from '../../../content/words/use-words.ts';
import { OBSERVERS, type Observer } from '../../../scenarios/actors.ts';
import { classes } from '../../parts/classes.ts';
import { Segmented } from '../../parts/Segmented.tsx';

/** Whose eyes the screen shows. It changes what is drawn, never the run. */
export function SeeAs({
  observer,
  onChange,
  showTitle = false,
  stretch = false,
}: {
  readonly observer: Observer;
  readonly onChange: (observer: Observer) => void;
  readonly showTitle?: boolean;
  readonly stretch?: boolean;
}) {
  const say = useWords();
  return (
    <div className={classes('flex items-center gap-2.5', stretch && 'w-full')}>
      {showTitle && (
        <span className="whitespace-nowrap text-[13px] text-ink3" aria-hidden="true">
          {say('see-as.title')}
        </span>
      )}
      <Segmented
        label={say('see-as.title')}
        value={observer}
        options={OBSERVERS.map((value) => ({ value, label: say(`see-as.${value}`) }))}
        onChange={onChange}
        stretch={stretch}
      />
    </div>
  );
}
