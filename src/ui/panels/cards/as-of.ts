/** "2026-11-24", "2024-01" or "2025", as a reader writes it. A date is a day, not an instant: UTC. */
export function formatAsOf(date: string): string {
  const given = date.split('-').length;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(given > 1 && { month: 'long' }),
    ...(given > 2 && { day: 'numeric' }),
  }).format(new Date(date));
}
