import { KeySection } from './KeySection.tsx';
import type { SectionProps } from './section.ts';
import { TrustSection } from './TrustSection.tsx';
import { UseSection } from './UseSection.tsx';

/** The folds below the first screen: how the ends know each other, and what becomes of the bits. */
export function LowerSections(props: SectionProps) {
  return (
    <>
      <TrustSection {...props} />
      <KeySection {...props} />
      <UseSection {...props} />
    </>
  );
}
