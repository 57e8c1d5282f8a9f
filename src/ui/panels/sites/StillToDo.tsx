import { useWords } from '../../../content/words/use-words.ts';

/** What no wall does away with. */
export function StillToDo() {
  const say = useWords();
  return (
    <div className="text-[13px] text-ink2 leading-[1.45]">
      <h3 className="font-semibold text-[12px] text-ink3">{say('site.still')}</h3>
      <p className="mb-1 font-bold text-[18px] text-ink leading-[1.2] tracking-[-.015em]">
        {say('site.still.lead')}
      </p>
      <p>{say('site.still.more')}</p>
      <p className="mt-1.5">{say('site.still.wall')}</p>
      <p className="mt-1.5">{say('site.still.box')}</p>
      <ul className="m-0 mt-1 list-disc pl-5">
        <li>{say('site.still.seals')}</li>
        <li>{say('site.still.random')}</li>
        <li>{say('site.still.device')}</li>
      </ul>
      <p className="mt-1.5">{say('site.still.small')}</p>
    </div>
  );
}
