/** Stands in for the command line until the engine exists: refuses every configuration. */
const message = `the engine ${__ENGINE_VERSION__} runs nothing yet`;
process.stderr.write(
  `${JSON.stringify({ error: { code: 'config/not-supported', path: '/', message } })}\n`,
);
process.exitCode = 2;
