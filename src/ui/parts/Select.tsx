import { useId } from 'react';
import { ChevronDownIcon } from './icons.tsx';

/** One of many, by the browser's own list. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className="relative">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1 block text-[13px] text-ink2'}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
          className="h-9 w-full cursor-pointer appearance-none rounded-[9px] border border-ink3 bg-surface pr-8 pl-3 font-medium text-[13px] text-ink"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink2">
          <ChevronDownIcon />
        </span>
      </div>
    </div>
  );
}
