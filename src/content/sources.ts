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
    authors: 'G. Brassard, L. Salvail',
    title: 'Secret-key reconciliation by public discussion',
    where: 'EUROCRYPT ’93, LNCS 765 (1994) 410',
    url: 'https://doi.org/10.1007/3-540-48285-7_35',
  },
  {
    authors: 'H. Krawczyk',
    title: 'LFSR-based hashing and authentication',
    where: 'CRYPTO ’94, LNCS 839 (1994) 129',
    url: 'https://doi.org/10.1007/3-540-48658-5_15',
  },
  {
    authors: 'M. Tomamichel, C. C. W. Lim, N. Gisin, R. Renner',
    title: 'Tight finite-key analysis for quantum cryptography',
    where: 'Nature Communications 3 (2012) 634',
    url: 'https://doi.org/10.1038/ncomms1631',
  },
  {
    authors: 'C. Portmann, R. Renner',
    title: 'Security in quantum cryptography',
    where: 'Reviews of Modern Physics 94 (2022) 025008',
    url: 'https://doi.org/10.1103/RevModPhys.94.025008',
  },
  {
    authors: 'M. Dworkin',
    title: 'Recommendation for block cipher modes of operation: Galois/Counter Mode (GCM) and GMAC',
    where: 'NIST SP 800-38D (2007)',
    url: 'https://doi.org/10.6028/NIST.SP.800-38D',
  },
  {
    authors: 'NIST',
    title: 'Module-lattice-based key-encapsulation mechanism standard',
    where: 'FIPS 203 (2024)',
    url: 'https://doi.org/10.6028/NIST.FIPS.203',
  },
  {
    authors: 'NIST',
    title: 'Module-lattice-based digital signature standard',
    where: 'FIPS 204 (2024)',
    url: 'https://doi.org/10.6028/NIST.FIPS.204',
  },
  {
    authors: 'S. Josefsson, I. Liusvaara',
    title: 'Edwards-curve digital signature algorithm (EdDSA)',
    where: 'RFC 8032 (2017)',
    url: 'https://www.rfc-editor.org/rfc/rfc8032',
  },
  {
    authors: 'D. Cooper and others',
    title: 'Internet X.509 public key infrastructure certificate and CRL profile',
    where: 'RFC 5280 (2008)',
    url: 'https://www.rfc-editor.org/rfc/rfc5280',
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
  { name: 'noble-ciphers', licence: 'MIT' },
  { name: 'noble-curves', licence: 'MIT' },
  { name: 'noble-post-quantum', licence: 'MIT' },
  { name: 'Peculiar ASN.1 and X.509', licence: 'MIT' },
  { name: 'ASN1js', licence: 'BSD-3-Clause' },
  { name: 'Tailwind CSS', licence: 'MIT' },
  { name: 'Inter', licence: 'OFL-1.1' },
  { name: 'JetBrains Mono', licence: 'OFL-1.1' },
];
