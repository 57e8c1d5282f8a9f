export { formatMean, formatRate, powerOfTen } from '../../charts/rate-figures.ts';
