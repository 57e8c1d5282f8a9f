import { type FormEvent, useId, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { RunConfig } from '../../../scenarios/config.ts';
import { configDifferences } from '../../../scenarios/config-parse.ts';
import { receiptOf } from '../../../store/once.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { DEFAULT_VIEW, writeLink } from '../../permalink.ts';
import {
  type Difference,
  differences,
  type ReadReceipt,
  readReceipt,
} from '../../receipt-check.ts';
import { placeOf } from '../../routes.ts';

type Outcome =
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'refused'; readonly read: Exclude<ReadReceipt, { kind: 'receipt' }> }
  | {
      readonly kind: 'compared';
      readonly differing: readonly Difference[];
      readonly config: RunConfig;
    };

/** Paste a receipt: its configuration is run again, and every figure is compared. */
export function ReceiptCheck() {
  const say = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // What is pasted now; an answer about an earlier text is not shown under it.
  const turn = useRef(0);
  const check = async (event: FormEvent) => {
    event.preventDefault();
    const read = readReceipt(text);
    if (read.kind !== 'receipt') {
      setOutcome({ kind: 'refused', read });
      return;
    }
    const own = ++turn.current;
    const show = (answer: Outcome) => own === turn.current && setOutcome(answer);
    setOutcome({ kind: 'running' });
    try {
      const receipt = await receiptOf(read.config);
      const differing = differences(read.document, { ...receipt });
      show({ kind: 'compared', differing, config: read.config });
    } catch (error) {
      show({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-3">
      <h3 id={`${id}-title`} className="font-[650] text-[14px]">
        {say('receipt.check')}
      </h3>
      <form onSubmit={check} className="flex flex-col gap-2.5">
        <label htmlFor={id} className="text-[13px] text-ink2">
          {say('receipt.paste')}
        </label>
        <textarea
          id={id}
          value={text}
          rows={4}
          spellCheck={false}
          onChange={(event) => {
            turn.current++;
            setText(event.target.value);
            setOutcome(null);
          }}
          className="w-full resize-y break-all rounded-[10px] border border-ink3 bg-surface p-3 font-mono text-[12px] text-ink"
        />
        <Button
          size="small"
          look="primary"
          type="submit"
          className="self-start"
          disabled={text.trim() === '' || outcome?.kind === 'running'}
        >
          {say(outcome?.kind === 'running' ? 'receipt.running' : 'receipt.run-again')}
        </Button>
      </form>
      {outcome?.kind === 'failed' && (
        <Notice urgent title={say('run.crashed')}>
          {outcome.message}
        </Notice>
      )}
      {outcome?.kind === 'refused' && <Refused read={outcome.read} />}
      {outcome?.kind === 'compared' && (
        <Compared differing={outcome.differing} config={outcome.config} />
      )}
    </section>
  );
}

function Refused({ read }: { readonly read: Exclude<ReadReceipt, { kind: 'receipt' }> }) {
  const say = useWords();
  switch (read.kind) {
    case 'not-json':
      return (
        <Notice urgent title={say('receipt.not-one')}>
          {say('receipt.not-json')}
        </Notice>
      );
    case 'not-a-receipt':
      return (
        <Notice urgent title={say('receipt.not-one')}>
          {say('receipt.missing', { field: read.missing })}
        </Notice>
      );
    case 'other-schema':
      return (
        <Notice urgent title={say('receipt.other-schema')}>
          {say('receipt.other-schema-more', { schema: read.schema })}
        </Notice>
      );
    case 'bad-config':
      return (
        <Notice urgent title={say('receipt.bad-config')}>
          <code className="font-mono">{read.problem.path}</code> {read.problem.message}
        </Notice>
      );
    default:
      return read satisfies never;
  }
}

function Compared({
  differing,
  config,
}: {
  readonly differing: readonly Difference[];
  readonly config: RunConfig;
}) {
  const say = useWords();
  const link = writeLink({
    ...DEFAULT_VIEW,
    route: placeOf(config.scenario),
    config: configDifferences(config),
  });
  const same = differing.length === 0;
  return (
    <Notice
      title={say(same ? 'receipt.reproduced' : 'receipt.differs', { n: differing.length })}
      actions={
        <a
          href={link}
          className="inline-flex h-8 items-center rounded-[10px] border border-line2 px-3 font-semibold text-[13px] text-ink hover:bg-surface"
        >
          {say('receipt.open')}
        </a>
      }
    >
      <p>{say(same ? 'receipt.reproduced-more' : 'receipt.differs-more')}</p>
      {!same && (
        <table className="mt-2 w-full text-left text-[12px]">
          <thead>
            <tr>
              <th className="py-1 pr-3 font-[650]">{say('receipt.field')}</th>
              <th className="py-1 pr-3 font-[650]">{say('receipt.pasted')}</th>
              <th className="py-1 font-[650]">{say('receipt.now')}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ path, pasted, now }) => (
              <tr key={path} className="border-line border-t font-mono">
                <th className="break-all py-1 pr-3 font-normal">{path}</th>
                <td className="break-all py-1 pr-3">{pasted}</td>
                <td className="break-all py-1">{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
