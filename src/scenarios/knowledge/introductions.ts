/** Introductions as an observer has seen them: the claim is everybody's, the truth behind it is not. */
import type { Run } from '../run.ts';
import { isVisible } from './letter-view.ts';
import type { Scope } from './scope.ts';
import type { IntroductionView } from './view.ts';

export function introductionsSeen({ run, observer, now }: Scope): IntroductionView[] {
  const seen: IntroductionView[] = [];
  for (const letter of run.letters) {
    const { content, at } = letter;
    if (at >= now || content.kind !== 'introduction') continue;
    const index = content.introduction;
    // Where Eve hands a letter on, the same introduction crosses both her links.
    if (!isVisible(letter, observer, run) || seen.some((one) => one.index === index)) continue;
    const tells = observer === 'everyone' || observer === 'eve';
    seen.push(introductionView(run, index, tells, observer === content.of));
  }
  return seen;
}

function introductionView(
  { introductions }: Run,
  index: number,
  tells: boolean,
  own: boolean,
): IntroductionView {
  const { writtenBy, credentials, ...said } = introductions[index]!;
  return {
    ...said,
    link: tells ? said.link : 0,
    index,
    writtenBy: tells || own ? writtenBy : null,
    credentials: credentials.map((credential) =>
      tells ? credential : { ...credential, madeBy: null, carriesKeyOf: null },
    ),
  };
}
