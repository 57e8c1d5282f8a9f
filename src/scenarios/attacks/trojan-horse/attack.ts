/**
 * Trojan horse: Eve shines into Alice's box, and what comes back carries the setting of the pulse. She
 * keeps it until the basis is public and then tells the two phases apart, without error or not at all.
 * Sources: Gisin et al., PRA 73 (2006) 022320; Lucamarini et al., PRX 5 (2015) 031030,
 * doi:10.1103/PhysRevX.5.031030.
 */
import type { Attack } from '../contract.ts';

export const trojanHorse: Attack = {
  id: 'trojan-horse',
  tap: () => null,
  splitsLink: false,
  trick: 'shines-in',
};
