/** All that light may need. Importing this file is enough: it hands its functions to whoever asks. */
import { detectAll, openScratch } from './dense.ts';
import { beyondPlan } from './full-plan.ts';
import { levelAt, openLevels } from './levels.ts';
import { learnFullLight } from './light-kit.ts';
import { fillLost, fillLostWeaker, visitListed } from './listed.ts';
import { anyPhotons, holdsOfLost, measuredPhotons, photonNumber } from './weak-source.ts';

learnFullLight({
  plan: beyondPlan,
  openScratch,
  detectAll,
  visitListed,
  fillLost,
  fillLostWeaker,
  openLevels,
  levelAt,
  anyPhotons,
  holdsOfLost,
  measuredPhotons,
  photonNumber,
});
