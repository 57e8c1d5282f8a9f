import { type Fact, LOOKED_UP } from './fact.ts';

/** Agencies, builders and laboratories: who says what, and what was built or broken. */
export const voices = [
  {
    id: 'nsa',
    claim:
      'The US agency NSA does not recommend QKD for national security systems until stated limits are overcome.',
    source: {
      title: 'Quantum key distribution and quantum cryptography',
      publisher: 'NSA',
      edition: null,
      url: 'https://www.nsa.gov/Cybersecurity/Quantum-Key-Distribution-QKD-and-Quantum-Cryptography-QC',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'nsa-five',
    claim:
      'NSA names five limits: partial, special equipment, relays, hard to validate, easy to block. The doubters’ column tells them in our words.',
    source: {
      title: 'Quantum key distribution and quantum cryptography',
      publisher: 'NSA',
      edition: null,
      url: 'https://www.nsa.gov/Cybersecurity/Quantum-Key-Distribution-QKD-and-Quantum-Cryptography-QC',
    },
    via: 'summaries of the page by others',
    asOf: '2026',
    status: 'secondary',
  },
  {
    id: 'ncsc-2020',
    claim:
      'The British agency NCSC did not endorse QKD for government or military use. It warned against relying on QKD alone.',
    source: {
      title: 'Quantum security technologies',
      publisher: 'NCSC, United Kingdom',
      edition: '2020',
      url: 'https://www.ncsc.gov.uk/whitepaper/quantum-security-technologies',
    },
    via: 'reviews of the paper',
    asOf: '2020',
    status: 'secondary',
  },
  {
    id: 'ncsc-2025',
    claim:
      'NCSC will not support QKD for government or military use. Elsewhere QKD should not be the only source of keys.',
    source: {
      title: 'Quantum networking technologies',
      publisher: 'NCSC, United Kingdom',
      edition: '2025',
      url: 'https://www.ncsc.gov.uk/paper/quantum-networking-technologies',
    },
    via: 'a reprint in SCTE Broadband, February 2026',
    asOf: '2025',
    status: 'secondary',
  },
  {
    id: 'four-agencies',
    claim:
      'French, German, Dutch and Swedish agencies see niche uses for QKD today. They put post-quantum cryptography first.',
    source: {
      title: 'Position paper on quantum key distribution',
      publisher: 'ANSSI, BSI, NLNCSA and the Swedish NCSA',
      edition: '2024',
      url: 'https://www.aisec.fraunhofer.de/en/spotlights/Competence-Center-PQC/quantum-based-key-distribution.html',
    },
    via: 'a summary by Fraunhofer AISEC',
    asOf: '2024-01',
    status: 'secondary',
  },
  {
    id: 'euroqci',
    claim:
      'All 27 EU states build a quantum communication network with the European Commission and the space agency ESA. It joins fibre and satellites.',
    source: {
      title: 'The European Quantum Communication Infrastructure',
      publisher: 'European Commission',
      edition: null,
      url: 'https://digital-strategy.ec.europa.eu/en/policies/european-quantum-communication-infrastructure-euroqci',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'eagle-1',
    claim:
      'A first European test satellite, Eagle-1, was planned for 2026. We do not know whether it flies.',
    source: {
      title: 'ESA and the Commission to build a quantum-secure network',
      publisher: 'The Quantum Insider',
      edition: '2025',
      url: 'https://thequantuminsider.com/2025/01/31/esa-and-european-commission-to-build-quantum-secure-space-communications-network',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'not-verified',
  },
  {
    id: 'china',
    claim:
      'A Chinese network joins more than 150 users over 4,600 km. It uses fibre, relays and a satellite.',
    source: {
      title: 'An integrated space-to-ground quantum communication network over 4,600 kilometres',
      publisher: 'Nature 589, 214',
      edition: '2021',
      url: 'https://doi.org/10.1038/s41586-020-03093-8',
    },
    via: 'reports about the article',
    asOf: '2021-01',
    status: 'secondary',
  },
  {
    id: 'korea-network',
    claim:
      'A maker reports a Korean network of 800 km that joins 48 government departments. This is the maker’s own account.',
    source: {
      title: 'Nation-wide quantum-safe key distribution network in South Korea',
      publisher: 'ID Quantique',
      edition: null,
      url: 'https://idquantique.com/quantum-safe-security/nation-wide-quantum-safe-key-distribution-network-in-south-korea',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'use-cases',
    claim:
      'A review goes through deployed uses of QKD. It compares each with post-quantum cryptography.',
    source: {
      title:
        'A critical analysis of deployed use cases for QKD and comparison with post-quantum cryptography',
      publisher: 'EPJ Quantum Technology',
      edition: '2025',
      url: 'https://doi.org/10.1140/epjqt/s40507-025-00350-5',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'interviews',
    claim:
      'A study for the British government held 38 interviews with suppliers, users and academics. The views are theirs, not the government’s.',
    source: {
      title: 'Quantum key distribution research report',
      publisher: 'Department for Science, Innovation and Technology',
      edition: '2026',
      url: 'https://www.gov.uk/government/publications/quantum-key-distribution-research-report/quantum-key-distribution-research-report',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'full-field',
    claim:
      'An experiment took the whole key from a running QKD link. Nothing the parties watched gave it away.',
    source: {
      title: 'Full-field implementation of a perfect eavesdropper on a quantum cryptography system',
      publisher: 'I. Gerhardt and others, Nature Communications 2, 349',
      edition: '2011',
      url: 'https://arxiv.org/abs/1011.0105',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'implementation',
    claim:
      'Laboratories and makers wrote down how real devices deviate from the model, and what helps.',
    source: {
      title: 'Implementation security of quantum cryptography',
      publisher: 'ETSI white paper 27',
      edition: '2018, first edition',
      url: 'https://www.etsi.org/images/files/WhitePapers/etsi_wp27_qkd_imp_sec_FINAL.pdf',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'short-seals',
    claim:
      'A model shows what must hold when: authentication during the session, and no longer. The key stays secret even if it breaks later.',
    source: {
      title: 'Quantum key distribution in the classical authenticated key exchange framework',
      publisher: 'M. Mosca, D. Stebila, B. Ustaoglu',
      edition: '2012',
      url: 'https://arxiv.org/abs/1206.6150',
    },
    via: null,
    asOf: LOOKED_UP,
    status: 'checked',
  },
  {
    id: 'nobel',
    claim:
      'The 2022 physics prize honoured experiments with entangled photons and Bell’s inequalities. It was not for BB84 or a product.',
    source: {
      title: 'The Nobel Prize in Physics 2022',
      publisher: 'Royal Swedish Academy of Sciences',
      edition: '2022',
      url: 'https://www.nobelprize.org/prizes/physics/2022/summary/',
    },
    via: 'reports that quote the announcement',
    asOf: '2022-10-04',
    status: 'secondary',
  },
] as const satisfies readonly Fact[];
