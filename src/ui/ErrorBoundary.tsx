import { Component, type ReactNode } from 'react';
import { say } from '../content/words/use-words.ts';
import { runStore } from '../store/run.ts';
import { copyText } from './clipboard.ts';
import { formatSeed } from './format.ts';
import { Button } from './parts/Button.tsx';
import { Notice } from './parts/Notice.tsx';

/**
 * The one place a thrown error reaches: it says what happened, keeps the seed, offers a new start.
 * A class, because React gives this power to nothing else.
 */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { config } = runStore.getState();
    const details = `${error.stack ?? error.message}\n${JSON.stringify(config)}`;
    return (
      <main className="mx-auto max-w-2xl p-6">
        <h1 className="mb-4 font-bold text-title">{say('app.name')}</h1>
        <Notice
          urgent
          title={say('error.title')}
          actions={
            <>
              <Button
                size="small"
                look="primary"
                onClick={() => {
                  location.hash = '#/lab';
                  location.reload();
                }}
              >
                {say('error.start-again')}
              </Button>
              <Button size="small" onClick={() => void copyText(details)}>
                {say('run.copy-details')}
              </Button>
            </>
          }
        >
          {say('error.more', { seed: formatSeed(config.seed), message: error.message })}
        </Notice>
      </main>
    );
  }
}
