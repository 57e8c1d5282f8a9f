import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWords } from '../../../content/words/use-words.ts';
import type { Wall } from '../../../scenarios/config.ts';
import {
  CORNERS,
  type Corner,
  dragged,
  keyedStep,
  type Rect,
  WALL_RECTS,
  wallOf,
} from './geometry.ts';

/** Picture only: half of a corner as drawn, and half of what can be grasped. */
const HALF = 6;
const GRASP = 22;

/** A wall being dragged: where it is, and which preset it would be if let go. */
export interface Drag {
  readonly corner: Corner;
  readonly rect: Rect;
}

export interface WallHandles {
  readonly drag: Drag | null;
  readonly onDown: (corner: Corner, event: PointerEvent<SVGElement>) => void;
  readonly onMove: (event: PointerEvent<SVGElement>) => void;
  readonly onUp: () => void;
  readonly onCancel: () => void;
}

/** Dragging by any corner; what is inside when it is let go decides. */
export function useWallDrag(wall: Wall, onChange: (wall: Wall) => void): WallHandles {
  const [drag, setDrag] = useState<Drag | null>(null);
  // Where in the handle it was grasped, so that the wall does not jump.
  const offset = useRef({ x: 0, y: 0 });
  const pointIn = (event: PointerEvent<SVGElement>) => {
    const matrix = event.currentTarget.ownerSVGElement?.getScreenCTM()?.inverse();
    const point = new DOMPoint(event.clientX, event.clientY);
    return matrix ? point.matrixTransform(matrix) : point;
  };
  return {
    drag,
    onDown: (corner, event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const rect = WALL_RECTS[wall];
      const at = cornerOf(rect, corner);
      const { x, y } = pointIn(event);
      offset.current = { x: at.x - x, y: at.y - y };
      setDrag({ corner, rect });
    },
    onMove: (event) => {
      if (!drag) return;
      const { x, y } = pointIn(event);
      const { x: dx, y: dy } = offset.current;
      setDrag({ ...drag, rect: dragged(drag.rect, drag.corner, x + dx, y + dy) });
    },
    onUp: () => {
      if (!drag) return;
      setDrag(null);
      const next = wallOf(drag.rect);
      if (next !== wall) onChange(next);
    },
    onCancel: () => setDrag(null),
  };
}

/** The outline of wall A. */
export function WallOutline({ rect, fill }: { readonly rect: Rect; readonly fill: string }) {
  const { left, top, right, bottom } = rect;
  return (
    <rect
      x={left}
      y={top}
      width={right - left}
      height={bottom - top}
      rx="18"
      className={`${fill} stroke-ink`}
      strokeWidth="2"
      strokeDasharray="8 6"
    />
  );
}

/** Four corners to drag; the first one in reach of the keyboard speaks for all. */
export function WallCorners({
  wall,
  walls,
  insiders,
  handles,
  onChange,
}: {
  readonly wall: Wall;
  /** From the smallest to the largest. */
  readonly walls: readonly Wall[];
  /** People inside; null: not told. */
  readonly insiders: number | null;
  readonly handles: WallHandles;
  readonly onChange: (wall: Wall) => void;
}) {
  const say = useWords();
  const rect = handles.drag?.rect ?? WALL_RECTS[wall];
  const at = walls.indexOf(wall);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keyedStep(event.key, 'top-right');
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? walls.length - 1
          : step === null
            ? null
            : Math.min(walls.length - 1, Math.max(0, at + step));
    if (to === null) return;
    event.preventDefault();
    const next = walls[to];
    if (next && next !== wall) onChange(next);
  };
  return (
    <>
      {CORNERS.map((corner) => {
        const { x, y } = cornerOf(rect, corner);
        const first = corner === 'top-right';
        const spoken = first
          ? ({
              role: 'slider',
              tabIndex: 0,
              'aria-label': say('site.wall'),
              'aria-valuemin': 0,
              'aria-valuemax': walls.length - 1,
              'aria-valuenow': at,
              'aria-valuetext': say('site.wall.value', {
                wall: say(`site.wall.${wall}`),
                insiders: insiders ?? -1,
              }),
              onKeyDown,
            } as const)
          : ({ 'aria-hidden': true } as const);
        return (
          <g
            key={corner}
            {...spoken}
            onPointerDown={(event) => handles.onDown(corner, event)}
            onPointerMove={handles.onMove}
            onPointerUp={handles.onUp}
            onPointerCancel={handles.onCancel}
            className={`site-corner touch-none outline-none ${corner === 'top-left' || corner === 'bottom-right' ? 'cursor-nwse-resize' : 'cursor-nesw-resize'}`}
            data-testid={`corner-${corner}`}
          >
            <rect
              x={x - GRASP}
              y={y - GRASP}
              width={2 * GRASP}
              height={2 * GRASP}
              fill="transparent"
            />
            <rect
              x={x - HALF - 5}
              y={y - HALF - 5}
              width={2 * HALF + 10}
              height={2 * HALF + 10}
              rx="6"
              className="site-corner-ring fill-surface stroke-focus"
              strokeWidth="2"
            />
            <rect
              x={x - HALF}
              y={y - HALF}
              width={2 * HALF}
              height={2 * HALF}
              rx="3"
              className="fill-surface stroke-ink"
              strokeWidth="2"
            />
          </g>
        );
      })}
    </>
  );
}

function cornerOf({ left, top, right, bottom }: Rect, corner: Corner) {
  return {
    x: corner.endsWith('left') ? left : right,
    y: corner.startsWith('top') ? top : bottom,
  };
}
