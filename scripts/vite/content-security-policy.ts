import type { Plugin } from 'vite';

/** Everything comes from where the page came from; styles may be set by scripts, not by markup. */
const POLICY: readonly string[] = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Puts the policy into the built page; the development server needs inline scripts. */
export function contentSecurityPolicy({ embed }: { readonly embed: boolean }): Plugin {
  const policy = POLICY.map((rule) =>
    embed && rule.startsWith('font-src') ? `${rule} data:` : rule,
  );
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}
