import { useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Receipt } from '../../../scenarios/receipt.ts';
import { currentAddress } from '../../address.ts';
import { copyText } from '../../clipboard.ts';
import { Button } from '../../parts/Button.tsx';

/** The receipt of the run on screen: the same bytes as the command line prints. */
export function ThisReceipt({ receipt }: { readonly receipt: Receipt }) {
  const say = useWords();
  const [copied, setCopied] = useState<'receipt' | 'link' | 'refused' | null>(null);
  const text = JSON.stringify(receipt);
  const copy = async (what: 'receipt' | 'link', content: string) =>
    setCopied((await copyText(content)) ? what : 'refused');
  return (
    <section aria-labelledby="this-receipt" className="flex flex-col gap-3">
      <h3 id="this-receipt" className="font-[650] text-[14px]">
        {say('receipt.this')}
      </h3>
      <p className="text-[13px] text-ink2">{say('receipt.what')}</p>
      <textarea
        readOnly
        aria-label={say('receipt.document')}
        data-testid="receipt"
        value={text}
        rows={6}
        className="w-full resize-y break-all rounded-[10px] border border-line2 bg-surface2 p-3 font-mono text-[12px] text-ink"
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" look="primary" onClick={() => copy('receipt', text)}>
          {say(copied === 'receipt' ? 'copied' : 'receipt.copy')}
        </Button>
        <Button size="small" onClick={() => download(text, receipt.log.sha256)}>
          {say('receipt.download')}
        </Button>
        <Button size="small" onClick={() => copy('link', currentAddress({ instant: null }))}>
          {say(copied === 'link' ? 'copied' : 'receipt.copy-link')}
        </Button>
        {copied === 'refused' && (
          <span role="status" className="text-[13px] text-ink2">
            {say('copy-refused')}
          </span>
        )}
      </div>
    </section>
  );
}

/** Saves the document; the first digits of its log's digest tell two files apart. */
function download(text: string, digest: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `receipt-${digest.slice(0, 8)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
