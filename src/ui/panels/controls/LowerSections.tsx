import { BoxesSection } from './BoxesSection.tsx';
import { DetectorSection } from './DetectorSection.tsx';
import { EveTricks } from './EveTricks.tsx';
import { KeySection } from './KeySection.tsx';
import { SeedSection } from './SeedSection.tsx';
import { SourceSection } from './SourceSection.tsx';
import type { LowerProps } from './section.ts';
import { TrustSection } from './TrustSection.tsx';
import { UseSection } from './UseSection.tsx';

/** The folds below the first screen: real light and boxes, how the ends know each other, and the key. */
export function LowerSections({ part, ...props }: LowerProps) {
  if (part === 'tricks') return <EveTricks {...props} />;
  return (
    <>
      <DetectorSection {...props} />
      <SourceSection {...props} />
      <BoxesSection {...props} />
      <TrustSection {...props} />
      <KeySection {...props} />
      <UseSection {...props} />
      <SeedSection {...props} />
    </>
  );
}
