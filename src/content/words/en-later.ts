import { aboutWords } from './en/about.ts';
import { boxesWords } from './en/boxes.ts';
import { cardsWords } from './en/cards.ts';
import { lowerControlWords } from './en/controls-later.ts';
import { distanceWords } from './en/distance.ts';
import { laterWords } from './en/later.ts';
import { lettersWords } from './en/letters.ts';
import { lightWords } from './en/light.ts';
import { middlemanWords } from './en/middleman.ts';
import { placeWords } from './en/places.ts';
import { readOutWords } from './en/read-out.ts';
import { relaysWords } from './en/relays.ts';
import { sideWords } from './en/side.ts';
import { siteWords } from './en/site.ts';
import { stepsWords } from './en/steps.ts';
import { timeWords } from './en/time.ts';
import { trustWords } from './en/trust.ts';

/** What is said only where the first view does not look; it comes with the code that says it. */
export const enLater = {
  ...aboutWords,
  ...boxesWords,
  ...cardsWords,
  ...distanceWords,
  ...laterWords,
  ...lettersWords,
  ...lowerControlWords,
  ...lightWords,
  ...middlemanWords,
  ...placeWords,
  ...readOutWords,
  ...relaysWords,
  ...sideWords,
  ...siteWords,
  ...stepsWords,
  ...timeWords,
  ...trustWords,
} as const;
