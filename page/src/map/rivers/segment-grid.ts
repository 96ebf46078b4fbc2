import { SEGMENT_FIGURES, type Segments } from './segments.js';

const CELLS = 256;

/** Grid over the segments, which finds the reach nearest to a point without asking each of them. */
export class SegmentGrid {
  private readonly cells = new Map<number, number[]>();
  private readonly west: number;
  private readonly north: number;
  private readonly size: number;

  constructor(private readonly segments: Segments) {
    const { figures, count } = segments;
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < count * SEGMENT_FIGURES; i += SEGMENT_FIGURES) {
      west = Math.min(west, figures[i]!, figures[i + 2]!);
      east = Math.max(east, figures[i]!, figures[i + 2]!);
      north = Math.min(north, figures[i + 1]!, figures[i + 3]!);
      south = Math.max(south, figures[i + 1]!, figures[i + 3]!);
    }
    this.west = west;
    this.north = north;
    this.size = Math.max(east - west, south - north, 1e-12) / CELLS;
    for (let s = 0; s < count; s++) this.enter(s);
  }

  /** Place of the nearest reach within a distance, positions from the segments' origin. */
  nearest(x: number, y: number, within: number): number | undefined {
    let best = within;
    let found: number | undefined;
    this.eachCell(x - within, y - within, x + within, y + within, (cell) => {
      for (const s of this.cells.get(cell) ?? []) {
        const away = this.distance(s, x, y);
        if (away > best) continue;
        best = away;
        found = this.segments.figures[s * SEGMENT_FIGURES + 5];
      }
    });
    return found;
  }

  private enter(segment: number): void {
    const f = this.segments.figures;
    const i = segment * SEGMENT_FIGURES;
    const [ax, ay, bx, by] = [f[i]!, f[i + 1]!, f[i + 2]!, f[i + 3]!];
    const [west, east] = [Math.min(ax, bx), Math.max(ax, bx)];
    this.eachCell(west, Math.min(ay, by), east, Math.max(ay, by), (cell) => {
      const list = this.cells.get(cell);
      if (list) list.push(segment);
      else this.cells.set(cell, [segment]);
    });
  }

  private eachCell(
    west: number,
    north: number,
    east: number,
    south: number,
    visit: (cell: number) => void,
  ): void {
    const step = (value: number) => Math.min(CELLS, Math.max(0, Math.floor(value / this.size)));
    const [x0, x1] = [step(west - this.west), step(east - this.west)];
    const [y0, y1] = [step(north - this.north), step(south - this.north)];
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit(y * (CELLS + 1) + x);
  }

  private distance(segment: number, x: number, y: number): number {
    const f = this.segments.figures;
    const i = segment * SEGMENT_FIGURES;
    const [ax, ay] = [f[i]!, f[i + 1]!];
    const [dx, dy] = [f[i + 2]! - ax, f[i + 3]! - ay];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  }
}
