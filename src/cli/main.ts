/** One configuration in, one receipt out; see README, "From the command line". */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ConfigProblem, RunConfig } from '../scenarios/config.ts';
import { parseConfig } from '../scenarios/config-parse.ts';
import { runConfig } from '../scenarios/execute.ts';

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
  return JSON.stringify(runConfig(config).receipt);
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

async function printLines(input: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${answer(line).document}\n`);
  }
}

function usage(problem: string): Answer {
  return refusal({
    code: 'config/not-json',
    path: '',
    message: `${problem}; give one JSON object, "--file NAME", "-" for standard input, or "--lines"`,
  });
}

function readOrRefuse(path: string | 0): string | Answer {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return usage(
      `cannot read ${path === 0 ? 'standard input' : path}: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

const [first, second, ...rest] = process.argv.slice(2);
if (first === '--lines') {
  await printLines(
    second === undefined || second === '-' ? process.stdin : createReadStream(second),
  );
} else if (first === '--file' && second !== undefined && rest.length === 0) {
  const text = readOrRefuse(second);
  print(typeof text === 'string' ? answer(text) : text);
} else if (first === '-' && second === undefined) {
  const text = readOrRefuse(0);
  print(typeof text === 'string' ? answer(text) : text);
} else if (first === undefined) print(answer('{}'));
else if (second !== undefined || first.startsWith('--'))
  print(usage(`cannot take "${process.argv.slice(2).join(' ')}"`));
else print(answer(first));
