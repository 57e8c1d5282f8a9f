/** Publications the simulation rests on. */
export interface Source {
  readonly authors: string;
  readonly title: string;
  readonly where: string;
  readonly url: string;
}

export const sources: readonly Source[] = [
  {
    authors: 'C. H. Bennett, G. Brassard',
    title: 'Quantum cryptography: Public key distribution and coin tossing',
    where: 'Theoretical Computer Science 560 (2014) 7, reprint of 1984',
    url: 'https://doi.org/10.1016/j.tcs.2014.05.025',
  },
  {
    authors: 'C. H. Bennett, F. Bessette, G. Brassard, L. Salvail, J. Smolin',
    title: 'Experimental quantum cryptography',
    where: 'Journal of Cryptology 5 (1992) 3',
    url: 'https://doi.org/10.1007/BF00191318',
  },
  {
    authors: 'P. W. Shor, J. Preskill',
    title: 'Simple proof of security of the BB84 quantum key distribution protocol',
    where: 'Physical Review Letters 85 (2000) 441',
    url: 'https://doi.org/10.1103/PhysRevLett.85.441',
  },
  {
    authors: 'M. N. Wegman, J. L. Carter',
    title: 'New hash functions and their use in authentication and set equality',
    where: 'Journal of Computer and System Sciences 22 (1981) 265',
    url: 'https://doi.org/10.1016/0022-0000(81)90033-7',
  },
  {
    authors: 'H. Krawczyk, M. Bellare, R. Canetti',
    title: 'HMAC: Keyed-hashing for message authentication',
    where: 'RFC 2104 (1997)',
    url: 'https://www.rfc-editor.org/rfc/rfc2104',
  },
  {
    authors: 'Y. Nir, A. Langley',
    title: 'ChaCha20 and Poly1305 for IETF protocols',
    where: 'RFC 8439 (2018)',
    url: 'https://www.rfc-editor.org/rfc/rfc8439',
  },
  {
    authors: 'E. B. Wilson',
    title: 'Probable inference, the law of succession, and statistical inference',
    where: 'Journal of the American Statistical Association 22 (1927) 209',
    url: 'https://doi.org/10.1080/01621459.1927.10502953',
  },
];

/** What is inside the app besides its own code. */
export const licences: readonly { readonly name: string; readonly licence: string }[] = [
  { name: 'React', licence: 'MIT' },
  { name: 'Zustand', licence: 'MIT' },
  { name: 'Framer Motion', licence: 'MIT' },
  { name: 'D3', licence: 'ISC' },
  { name: 'noble-hashes', licence: 'MIT' },
  { name: 'Tailwind CSS', licence: 'MIT' },
  { name: 'Inter', licence: 'OFL-1.1' },
  { name: 'JetBrains Mono', licence: 'OFL-1.1' },
];
