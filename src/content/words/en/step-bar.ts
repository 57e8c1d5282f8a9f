/** The bar of the five steps, which the first view shows. */
export const stepBarWords = {
  'steps.left-out': 'Step {n}, {name}: left out of this run',
  'steps.left-out-why': '{name} is switched off in this run.',
} as const;
