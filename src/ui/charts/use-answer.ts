import { useEffect, useRef } from 'react';

/**
 * A press is answered aloud: wraps an action so that the sentence it leads to is told once it is on
 * screen. Playing tells nothing here, because it would speak without end.
 */
export function useAnswer(
  sentence: string,
  tell: (text: string) => void,
): (action: () => void) => () => void {
  const acted = useRef(false);
  useEffect(() => {
    if (acted.current) tell(sentence);
    acted.current = false;
  }, [sentence, tell]);
  return (action) => () => {
    acted.current = true;
    action();
  };
}
