import { useEffect, useRef, useState } from 'react';

/** Rest between the last move of a slider and the run that it starts. */
const REST_MS = 140;

/**
 * A value that follows the hand at once and is passed on when the hand rests, so that a drag starts
 * one run and not sixty.
 */
export function useDraft<Value>(
  value: Value,
  commit: (value: Value) => void,
): readonly [Value, (value: Value) => void] {
  const [draft, setDraft] = useState<{ readonly of: Value; readonly value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: Value) => {
    setDraft({ of: value, value: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setDraft(null);
      if (next !== value) commit(next);
    }, REST_MS);
  };
  return [draft && draft.of === value ? draft.value : value, change];
}
