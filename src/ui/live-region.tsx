import { useEffect, useState } from 'react';
import { observerStore } from '../store/observer.ts';

/** A listener needs time for a sentence; a newer one takes the place of one still waiting. */
export const SENTENCE_MS = 2_000;

type Listener = (text: string) => void;

/** Spaces sentences at least SENTENCE_MS apart. What may not be missed is never pushed aside. */
export function createAnnouncer(
  speak: Listener,
  wait: (callback: () => void, ms: number) => unknown = setTimeout,
) {
  let waiting: { text: string; important: boolean }[] = [];
  let resting = false;
  /** Counts what was forgotten; a rest from before it is none. */
  let turn = 0;
  const next = () => {
    const sentence = waiting.shift();
    if (!sentence) return;
    resting = true;
    speak(sentence.text);
    const mine = turn;
    wait(() => {
      if (mine !== turn) return;
      resting = false;
      next();
    }, SENTENCE_MS);
  };
  const announce = (text: string, important = false) => {
    waiting = waiting.filter((sentence) => sentence.important && sentence.text !== text);
    waiting.push({ text, important });
    if (!resting) next();
  };
  /** Takes back what was said and what waits to be. */
  const forget = () => {
    turn++;
    waiting = [];
    resting = false;
    speak('');
  };
  return Object.assign(announce, { forget });
}

let speakHere: Listener = () => undefined;
const announcer = createAnnouncer((text) => speakHere(text));

/** Says a sentence through the page's live region. */
export function announce(text: string, important = false): void {
  announcer(text, important);
}

/** The one live region of the page; polite, so that it waits for the reader. */
export function LiveRegion() {
  const [text, setText] = useState('');
  useEffect(() => {
    speakHere = setText;
    // What one observer was told is not for the next.
    let seenAs = observerStore.getState().observer;
    const stop = observerStore.subscribe(({ observer }) => {
      if (observer === seenAs) return;
      seenAs = observer;
      announcer.forget();
    });
    return () => {
      stop();
      speakHere = () => undefined;
    };
  }, []);
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only" data-testid="live-region">
      {text}
    </div>
  );
}
