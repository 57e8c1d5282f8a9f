/** One configuration in, one receipt out; see README, "From the command line". */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ConfigProblem, RunConfig } from '../scenarios/config.ts';
import { parseConfig } from '../scenarios/config-parse.ts';
import { runScenario } from '../scenarios/scenario.ts';
import { fullTrustKit } from '../scenarios/trust/full-kit.ts';

type Answer =
  | { readonly ok: true; readonly document: string }
  | { readonly ok: false; readonly document: string };

function answer(text: string): Answer {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return refusal({
      code: 'config/not-json',
      path: '',
      message: `got text that is not JSON (${error instanceof Error ? error.message : String(error)}), allowed: one JSON object`,
    });
  }
  const parsed = parseConfig(input);
  if (!parsed.ok) return refusal(parsed.problems[0]!);
  return { ok: true, document: receiptText(parsed.config) };
}

function receiptText(config: RunConfig): string {
  return JSON.stringify(runScenario(config, { kit: fullTrustKit }).receipt);
}

function refusal(error: ConfigProblem): Answer {
  return { ok: false, document: JSON.stringify({ error }) };
}

function print({ ok, document }: Answer): void {
  if (ok) process.stdout.write(`${document}\n`);
  else {
    process.stderr.write(`${document}\n`);
    process.exitCode = 2;
  }
}

async function printLines(name: string | undefined): Promise<void> {
  const input = name === undefined || name === '-' ? process.stdin : createReadStream(name);
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') process.stdout.write(`${answer(line).document}\n`);
    }
  } catch (error) {
    print(unreadable(name ?? 'standard input', error));
  }
}

function usage(problem: string): Answer {
  return refusal({
    code: 'config/not-json',
    path: '',
    message: `${problem}; give one JSON object, "--file NAME", "-" for standard input, or "--lines"`,
  });
}

function unreadable(name: string, error: unknown): Answer {
  return usage(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`);
}

function answerFrom(path: string | 0): Answer {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(path === 0 ? 'standard input' : path, error);
  }
  // Some editors begin a file with a byte order mark.
  return answer(text.replace(/^\uFEFF/, ''));
}

const args = process.argv.slice(2);
const [first, second] = args;
if (first === '--lines' && args.length <= 2) await printLines(second);
else if (first === '--file' && second !== undefined && args.length === 2) print(answerFrom(second));
else if (first === '-' && args.length === 1) print(answerFrom(0));
else if (first === undefined) print(answer('{}'));
else if (args.length > 1 || first.startsWith('--')) print(usage(`cannot take "${args.join(' ')}"`));
else print(answer(first));
