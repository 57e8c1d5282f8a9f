import type { ReactNode } from 'react';
import { Card } from '../../parts/Panel.tsx';

export function StepsTab({ head }: { readonly head: ReactNode; readonly wide: boolean }) {
  return <Card>{head}</Card>;
}
