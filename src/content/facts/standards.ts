import { type Fact, LOOKED_UP } from './fact.ts';

/** Yardsticks, and what has been measured with them. */
export const standards = [
  {
    id: 'etsi-016-first',
    claim:
      'The European standards body ETSI published a protection profile for a pair of QKD modules. It lists what a device must withstand.',
    source: {
      title: 'Common Criteria protection profile: pair of prepare and measure QKD modules',
      publisher: 'ETSI',
      edition: 'GS QKD 016 V1.1.1, 2023',
      url: 'https://www.etsi.org/deliver/etsi_gs/QKD/001_099/016/01.01.01_60/gs_QKD016v010101p.pdf',
    },
    via: 'reference lists that cite it',
    asOf: '2023-04',
    status: 'secondary',
  },
  {
    id: 'etsi-016-second',
    claim:
      'A second edition of ETSI’s profile followed, and the German agency BSI certified it. That certifies the list, not any device.',
    source: {
      title: 'Common Criteria protection profile: pair of prepare and measure QKD modules',
      publisher: 'ETSI',
      edition: 'GS QKD 016 V2.1.1, 2024',
      url: 'https://www.etsi.org/deliver/etsi_gs/QKD/001_099/016/02.01.01_60/gs_QKD016v020101p.pdf',
    },
    via: 'public catalogues that give the number BSI-CC-PP-0120-2024',
    asOf: '2024-01',
    status: 'secondary',
  },
  {
    id: 'iso-23837-1',
    claim:
      'ISO/IEC 23837-1 sets common security requirements for QKD modules. It covers the optics, the network parts and the protocol.',
    source: {
      title: 'Security requirements, test and evaluation methods for QKD, part 1: requirements',
      publisher: 'ISO and IEC',
      edition: 'ISO/IEC 23837-1:2023, first edition',
      url: 'https://www.iso.org/standard/77097.html',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'iso-23837-2',
    claim: 'ISO/IEC 23837-2 says how a laboratory tests and evaluates the requirements of part 1.',
    source: {
      title:
        'Security requirements, test and evaluation methods for QKD, part 2: evaluation and testing methods',
      publisher: 'ISO and IEC',
      edition: 'ISO/IEC 23837-2:2023',
      url: 'https://shop-checkout.bsigroup.com/products/information-security-security-requirements-test-and-evaluation-methods-for-quantum-key-distribution-evaluation-and-testing-methods_hard-copy',
    },
    via: 'its scope in a bookshop of standards',
    asOf: '2023',
    status: 'secondary',
  },
  {
    id: 'device-certificate',
    claim:
      'We found no certificate of a QKD device under the ETSI profile. We did not read the full list, so there may be one.',
    source: {
      title: 'List of certified products',
      publisher: 'Common Criteria portal',
      edition: null,
      url: 'https://www.commoncriteriaportal.org/products/',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'not-verified',
  },
  {
    id: 'korea-tests',
    claim:
      'South Korea tests QKD equipment under a national scheme since April 2023. A key manager was the first to pass.',
    source: {
      title: 'Quantum cryptographic device passes South Korea’s security testing',
      publisher: 'The Readable',
      edition: '2023',
      url: 'https://thereadable.co/quantum-cryptographic-device-passes-south-koreas-security-testing-for-the-first-time/',
    },
    via: 'that newspaper',
    asOf: '2023-11-07',
    status: 'secondary',
  },
  {
    id: 'fips',
    claim:
      'Three post-quantum standards are in force in the USA since 14 August 2024. ML-KEM sets up keys; ML-DSA and SLH-DSA sign.',
    source: {
      title: 'Announcing issuance of FIPS 203, FIPS 204 and FIPS 205',
      publisher: 'NIST, Federal Register',
      edition: '2024',
      url: 'https://www.govinfo.gov/content/pkg/FR-2024-08-14/html/2024-17956.htm',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
] as const satisfies readonly Fact[];
