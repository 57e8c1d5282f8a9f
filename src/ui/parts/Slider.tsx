import { type ReactNode, useId } from 'react';
import { useWords } from '../../content/words/use-words.ts';
import { classes } from './classes.ts';
import { MinusIcon, PlusIcon } from './icons.tsx';
import { NumberField, type NumberShape, written } from './NumberField.tsx';
import { Range } from './Range.tsx';
import { linearScale, logScale, type Scale } from './scale.ts';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly shape: NumberShape;
  readonly onChange: (value: number) => void;
  /** Marked on the track. */
  readonly defaultValue?: number | undefined;
  /** One line: what this changes. */
  readonly effect?: string | undefined;
  readonly tone?: 'ink' | 'eve' | undefined;
  readonly disabled?: boolean | undefined;
  /** What is wrong with this value, from the one who checks it. */
  readonly problem?: string | undefined;
}

/** Equal steps: drag, arrow keys, − and +, or type. */
export function Slider({ step, ...props }: SliderProps & { readonly step: number }) {
  const { min, max } = props.shape;
  return <ScaledSlider {...props} scale={linearScale({ min, max, step })} />;
}

/** Equal ratios, for values over many decades. */
export function LogSlider(props: SliderProps) {
  const { min, max } = props.shape;
  return <ScaledSlider {...props} scale={logScale({ min, max })} />;
}

function ScaledSlider({
  label,
  value,
  shape,
  scale,
  onChange,
  defaultValue,
  effect,
  tone = 'ink',
  disabled = false,
  problem,
}: SliderProps & { readonly scale: Scale }) {
  const say = useWords();
  const id = useId();
  const nudge = (direction: 1 | -1) => onChange(scale.nudge(value, direction));
  return (
    <div>
      <div className="flex min-h-7 items-start justify-between gap-2">
        <label htmlFor={id} className="pt-1 text-[13px] text-ink2 leading-5">
          {label}
        </label>
        <NumberField
          id={id}
          label={label}
          value={value}
          shape={shape}
          onCommit={onChange}
          onNudge={nudge}
          disabled={disabled}
        />
      </div>
      <div className="flex items-center gap-2">
        <Stepper
          label={say('parts.less', { what: label })}
          disabled={disabled || value <= scale.min}
          onClick={() => nudge(-1)}
        >
          <MinusIcon />
        </Stepper>
        <Range
          // A name of its own: a label that the card's edge cuts off counts as none for some checkers.
          label={label}
          describedBy={effect !== undefined ? `${id}-effect` : undefined}
          position={scale.position(value)}
          steps={scale.steps}
          spoken={written(value, shape)}
          marks={defaultValue === undefined ? [] : [scale.position(defaultValue)]}
          tone={tone}
          disabled={disabled}
          onMove={(position) => onChange(scale.value(position))}
          className="min-w-0 flex-1"
        />
        <Stepper
          label={say('parts.more', { what: label })}
          disabled={disabled || value >= scale.max}
          onClick={() => nudge(1)}
        >
          <PlusIcon />
        </Stepper>
      </div>
      <div className="mt-0.5 flex items-start justify-between gap-3 text-[12px] leading-[1.35]">
        <span id={`${id}-effect`} className="text-ink2">
          {effect}
        </span>
        <span className="shrink-0 whitespace-nowrap text-ink3 tabular-nums">
          {say('parts.range', { min: bare(scale.min, shape), max: ends(scale.max, shape) })}
        </span>
      </div>
      {problem !== undefined && (
        <p role="alert" className="mt-1 font-medium text-[12px] text-ink">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The upper end: a power of ten where it would be long. */
function ends(value: number, shape: NumberShape): string {
  return value >= 1e7 && Number.isInteger(Math.log10(value))
    ? `10${'⁰¹²³⁴⁵⁶⁷⁸⁹'[Math.log10(value)] ?? ''}`
    : written(value, shape);
}

/** The lower end of a range goes without its unit: "0 to 40 dB". */
function bare(value: number, { unit: _, ...shape }: NumberShape): string {
  return written(value, shape);
}

function Stepper({
  label,
  disabled,
  onClick,
  children,
}: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className={classes(
        'relative flex size-6 shrink-0 items-center justify-center rounded-full border border-line2 text-ink2 after:absolute after:-inset-2.5 hover:border-ink3 hover:text-ink disabled:cursor-default disabled:opacity-40',
        '[&_svg]:size-3.5',
      )}
    >
      {children}
    </button>
  );
}
