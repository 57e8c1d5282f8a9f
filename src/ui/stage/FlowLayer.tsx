import { useEffect, useRef } from 'react';
import type { KnowledgeView } from '../../scenarios/knowledge/view.ts';
import type { StageSpeed } from './flights.ts';
import type { StageLayout } from './layouts/places.ts';
import { eveRole, makersOf } from './reading.ts';

/** Stage units between two streaks, and how far they move for one event at a thousand a second. */
const PITCH = 26;
const UNITS_PER_EVENT = 0.22;
const ROWS = 5;

/**
 * Light too fast to be followed photon by photon: a texture in the makers' colours, moved by the
 * frame clock. At a million a second, and with reduced motion, it stands still. A picture only; the
 * counters beside the stage say the same in figures.
 */
export function FlowLayer({
  view,
  layout,
  speed,
  still,
  onFrame,
}: {
  readonly view: KnowledgeView;
  readonly layout: StageLayout;
  readonly speed: StageSpeed;
  readonly still: boolean;
  readonly onFrame: (callback: (now: number) => void) => () => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { near, far } = makersOf(view);
  const eve = eveRole(view);
  const moves = speed === '1k' && !still;
  const dense = speed === '1M';

  useEffect(() => {
    const surface = canvas.current;
    const pen = surface?.getContext('2d');
    if (!surface || !pen) return;
    // Read once per drawing surface, not per frame; a change of theme comes with a new surface.
    const style = getComputedStyle(surface);
    const colour = (maker: string | null) =>
      style.getPropertyValue(maker === null ? '--ink3' : `--${maker}`).trim();
    const inks = [colour(near), colour(eve === 'absent' ? near : far === 'both' ? 'alice' : far)];

    const draw = (moment: number) => {
      const bounds = surface.getBoundingClientRect();
      const ratio = Math.min(2, window.devicePixelRatio);
      const width = Math.round(bounds.width * ratio);
      const height = Math.round(bounds.height * ratio);
      if (surface.width !== width || surface.height !== height) {
        surface.width = width;
        surface.height = height;
      }
      const scale = width / layout.width;
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      pen.clearRect(0, 0, layout.width, layout.height);
      pen.lineCap = 'round';
      pen.lineWidth = dense ? 1.4 : 1.8;
      const offset = moves ? moment * UNITS_PER_EVENT : 0;
      spansOf(layout, eve).forEach(([from, to], half) => {
        pen.strokeStyle = inks[half] ?? inks[0] ?? '';
        streaks(pen, { layout, from, to, offset, pitch: dense ? PITCH / 2 : PITCH });
      });
    };
    draw(0);
    const resized = new ResizeObserver(() => draw(0));
    resized.observe(surface);
    const themed = new MutationObserver(() => {
      inks[0] = colour(near);
      inks[1] = colour(eve === 'absent' ? near : far === 'both' ? 'alice' : far);
      draw(0);
    });
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const stop = moves ? onFrame(draw) : undefined;
    return () => {
      resized.disconnect();
      themed.disconnect();
      stop?.();
    };
  }, [near, far, eve, layout, moves, dense, onFrame]);

  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      <canvas ref={canvas} className="block h-full w-full" />
    </div>
  );
}

/** The pieces of fibre between panels, along the axis. */
function spansOf(
  { axis, alice, bob, eve }: StageLayout,
  role: 'absent' | 'taps' | 'middle',
): readonly (readonly [number, number])[] {
  const length = axis === 'x' ? 'width' : 'height';
  const from = alice.box[axis] + alice.box[length];
  const to = bob.box[axis];
  if (role === 'absent') return [[from, to]];
  return [
    [from, eve.box[axis]],
    [eve.box[axis] + eve.box[length], to],
  ];
}

function streaks(
  pen: CanvasRenderingContext2D,
  {
    layout,
    from,
    to,
    offset,
    pitch,
  }: { layout: StageLayout; from: number; to: number; offset: number; pitch: number },
): void {
  const cross = layout.axis === 'x' ? 'y' : 'x';
  const depth = layout.axis === 'x' ? layout.fibre.height : layout.fibre.width;
  for (let row = 0; row < ROWS; row++) {
    const across = layout.fibre[cross] + (depth * (row + 1)) / (ROWS + 1);
    // Rows are shifted by the golden ratio, so that no column of streaks forms.
    const shift = (offset + row * pitch * 0.618) % pitch;
    pen.globalAlpha = 0.35 + 0.4 * (1 - Math.abs(row - (ROWS - 1) / 2) / ROWS);
    pen.beginPath();
    for (let along = from + shift; along < to - 2; along += pitch) {
      const head = Math.min(to - 2, along + pitch * 0.38);
      const tail = Math.max(from + 2, along);
      if (head <= tail) continue;
      if (layout.axis === 'x') {
        pen.moveTo(tail, across);
        pen.lineTo(head, across);
      } else {
        pen.moveTo(across, tail);
        pen.lineTo(across, head);
      }
    }
    pen.stroke();
  }
}
