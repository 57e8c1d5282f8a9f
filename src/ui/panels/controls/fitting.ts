/**
 * Choices that hang together. What may stand beside what is the checker's to say; here a change takes
 * along the fields it would contradict, so that one press on the screen is always a configuration.
 */
import type { AuthenticationMethod, EveAttack, RunConfig } from '../../../scenarios/config.ts';
import { configDifferences, configFromDifferences } from '../../../scenarios/config-parse.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What a field falls back to when it cannot stay as it is; `undefined`: its default. */
const GIVES_WAY: Values = {
  'detector.mismatch': undefined,
  'eve.basis': undefined,
  'authentication.tagBits': undefined,
  'authentication.trustAnchor': 'pki',
  'authentication.broken': 'none',
  'authentication.fault': 'none',
};

/** The change, with what else has to change. What it asks for itself is never taken back. */
export function fitting(config: RunConfig, values: Values): Values {
  let all = values;
  for (;;) {
    const parsed = withValues(config, all);
    if (parsed.ok) return all;
    const added = parsed.problems.flatMap(({ path }) => {
      const field = path.slice(1).replaceAll('/', '.');
      return Object.hasOwn(GIVES_WAY, field) && !Object.hasOwn(all, field) ? [field] : [];
    });
    // What remains is the viewer's own contradiction: the checker says it.
    if (added.length === 0) return all;
    all = { ...all, ...Object.fromEntries(added.map((field) => [field, GIVES_WAY[field]])) };
  }
}

/** Another way to seal; how the two know each other stays, where it can. */
export function methodChange(config: RunConfig, method: AuthenticationMethod): Values {
  const { trustAnchor } = config.authentication;
  const kept = fitting(config, {
    'authentication.method': method,
    'authentication.trustAnchor': trustAnchor,
  });
  if (withValues(config, kept).ok) return unchangedLeftOut(config, kept);
  return unchangedLeftOut(config, fitting(config, { 'authentication.method': method }));
}

/** Attacks on boxes and on the line. */
export const TRICKS = [
  'photon-number-splitting',
  'detector-blinding',
  'trojan-horse',
  'time-shift',
  'block',
] as const satisfies readonly EveAttack[];

/** Those of some attacks that can be chosen, given what each takes along. */
export function standing<Attack extends EveAttack>(
  config: RunConfig,
  attacks: readonly Attack[],
): readonly Attack[] {
  return attacks.filter((attack) => {
    return withValues(config, fitting(config, { 'eve.attack': attack })).ok;
  });
}

/** Those of some values that this configuration can have. */
export function possible<Value extends string>(
  config: RunConfig,
  path: string,
  values: readonly Value[],
): readonly Value[] {
  return values.filter((value) => withValues(config, { [path]: value }).ok);
}

function withValues(config: RunConfig, values: Values) {
  const all = { ...configDifferences(config), ...values };
  return configFromDifferences(
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  );
}

/** Without the fields that keep their value, unless a new default would take them away. */
function unchangedLeftOut(config: RunConfig, values: Values): Values {
  const { trustAnchor } = config.authentication;
  const { 'authentication.trustAnchor': asked, ...rest } = values;
  if (asked !== trustAnchor) return values;
  const parsed = withValues(config, rest);
  return parsed.ok && parsed.config.authentication.trustAnchor === trustAnchor ? rest : values;
}
