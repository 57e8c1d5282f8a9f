/**
 * What every story shares: the built app served from a folder deep in a host, as a course page
 * would have it, and a watch that fails the story when the page misbehaves unseen.
 */
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Frame } from '@playwright/test';
import { serve } from '../scripts/lib/serve.mjs';
import { SITE } from '../scripts/lib/site.mjs';

export { expect } from '@playwright/test';

interface Watch {
  /** What went wrong so far, in words. A story that provokes something takes it from here. */
  readonly complaints: string[];
}

interface Fixtures {
  readonly watch: Watch;
  /** Fails when the page breaks a WCAG 2.2 AA rule that axe can check. */
  readonly expectAccessible: (within?: string) => Promise<void>;
}

interface WorkerFixtures {
  /** Address of the served app, ending with a slash. */
  readonly site: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const { url, close } = await serve({ root: SITE, base: '/some/course/' });
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
  watch: [
    async ({ context }, use) => {
      const watch: Watch = { complaints: [] };
      await keepWatch(context, watch.complaints);
      await use(watch);
      expect(watch.complaints, 'the page must stay quiet').toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({ page }, use) => {
    await use(async (within) => {
      const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
      const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
      const said = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n  ${nodes.map((node) => node.target).join('\n  ')}`,
      );
      expect(said).toEqual([]);
    });
  },
});

/** Errors, refused content, and requests of a page that has loaded. */
async function keepWatch(context: BrowserContext, complaints: string[]): Promise<void> {
  const loading = new Set<Frame>();
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack}`));
  context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error' || isIcon(url)) return;
    complaints.push(`console: ${message.text()} (${url})`);
  });
  context.on('request', (request) => {
    if (!/^https?:/.test(request.url()) || request.serviceWorker()) return;
    if (isIcon(request.url())) return;
    const frame = request.frame();
    if (request.isNavigationRequest()) loading.add(frame);
    else if (!loading.has(frame)) complaints.push(`request after load: ${request.url()}`);
  });
  await context.exposeBinding('reportLoaded', ({ frame }) => loading.delete(frame));
  await context.exposeBinding('reportRefused', (_source, what: string) => {
    complaints.push(`refused by the security policy: ${what}`);
  });
  await context.addInitScript(() => {
    const report = window as unknown as { reportLoaded(): void; reportRefused(what: string): void };
    addEventListener('load', () => report.reportLoaded());
    addEventListener('securitypolicyviolation', (event) => {
      report.reportRefused(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** The browser fetches it for its own tab bar, whenever it likes. */
function isIcon(url: string): boolean {
  return url.endsWith('/favicon.svg');
}
