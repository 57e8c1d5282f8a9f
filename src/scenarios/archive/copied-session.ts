/** A session, and a copy of every letter that crossed its line; only tests import it. */
import { planLinks } from '../channels/plan.ts';
import { configFromDifferences } from '../config-parse.ts';
import { converse, openConversation, openTalk } from '../link/converse.ts';
import { openColumnDigest, openLogHash } from '../link/digest.ts';
import { shine } from '../link/light.ts';
import { preSharedSealing } from '../link/sealing.ts';
import type { TalkLink } from '../link/talk.ts';
import type { RecordedLetter } from './read-letters.ts';

export interface CopiedSession {
  readonly link: TalkLink;
  readonly recorded: readonly RecordedLetter[];
}

export function copiedSession(differences: Readonly<Record<string, unknown>>): CopiedSession {
  const parsed = configFromDifferences(differences);
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message);
  const { config } = parsed;
  const plans = planLinks(config);
  const talk = openTalk({ config, plans, sealing: preSharedSealing(config), kit: null });
  const recorded: RecordedLetter[] = [];
  const line = {
    update(bytes: Uint8Array) {
      // A seal follows the letter that carries it, and is shorter than any letter.
      const last = recorded.at(-1);
      if (bytes.length >= 32) recorded.push({ bytes: bytes.slice(), tag: null });
      else recorded[recorded.length - 1] = { ...last!, tag: bytes.slice() };
    },
  };
  openConversation(talk, line);
  const link = talk.links[0]!;
  const { plan } = link;
  const digest = openColumnDigest(openLogHash(), 0, plan.pulses, false);
  link.light = shine(plan, config.exchange.pulsesPerLetter, digest, () => {});
  converse(talk, line);
  return { link, recorded };
}
