/** The step bar's rarer words, and the panels of steps 2 to 5. */
export const stepsWords = {
  'steps.left-out': 'Step {n}, {name}: left out of this run',
  'steps.left-out-why': '{name} is switched off in this run.',
} as const;
