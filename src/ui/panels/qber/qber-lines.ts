import type { ErrorRateView, KnowledgeView } from '../../../scenarios/knowledge/view.ts';
import type { Series } from '../../charts/qber.chart.ts';

/** The curves this observer may see; none where the error rate is not theirs to know. */
export function curves(view: KnowledgeView, split: boolean): readonly Series[] {
  const series: Series[] = [];
  const add = (id: Series['id'], points: readonly ErrorRateView[] | null) => {
    if (points) series.push({ id, points });
  };
  if (view.twoLinks) {
    add('near', view.trace(0));
    add('far', view.trace(1));
  } else if (split) {
    add('rectilinear', view.trace(0, 'rectilinear'));
    add('diagonal', view.trace(0, 'diagonal'));
  } else {
    add('all', view.trace());
  }
  return series;
}

/** The public samples, one a link. */
export function samples(view: KnowledgeView) {
  const tests = view.twoLinks ? [view.test(0), view.test(1)] : [view.test()];
  return tests.filter((test) => test !== null);
}

/** A figure in the panel's head: where it comes from, and its path in a receipt. */
export interface HeadFigure {
  readonly path: string;
  readonly rate: ErrorRateView;
  readonly of: 'kept' | 'test';
  readonly link: 'near' | 'far' | null;
}

/** All kept bits where the observer sees them, else the public sample, else nothing. */
export function headFigures(view: KnowledgeView): readonly HeadFigure[] {
  const links = view.twoLinks ? ([0, 1] as const) : ([0] as const);
  return links.flatMap((link): HeadFigure[] => {
    const side = view.twoLinks ? (link === 0 ? 'near' : 'far') : null;
    const own = view.twoLinks ? link : undefined;
    const base = view.twoLinks ? `qber.links[${link}]` : 'qber';
    const all = view.errorRate(own);
    if (all && all.kept > 0) return [{ path: `${base}.actual`, rate: all, of: 'kept', link: side }];
    const test = view.test(own);
    if (test && test.kept > 0) {
      return [{ path: `${base}.estimated`, rate: test, of: 'test', link: side }];
    }
    return [];
  });
}

/** Every correction was spoken in public, so in the end all can count the errors. */
export function everybodyCounts(view: KnowledgeView): boolean {
  const links = view.twoLinks ? ([0, 1] as const) : ([0] as const);
  return links.every((link) => view.correction(link)?.verified === true);
}
