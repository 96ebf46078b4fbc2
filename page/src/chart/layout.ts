/** Layout of a chart, as the server and the report write it: positions in pixels and words. */
export interface Layout {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly sentence: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly ticks: readonly unknown[];
  readonly labels: readonly Label[];
  readonly table: ChartTable;
}

export type Shape = 'LINE' | 'AREA' | 'RECT' | 'DISC' | 'CURVE' | 'RIBBON';

export interface Mark {
  readonly shape: Shape;
  readonly style: string;
  readonly colour: string;
  readonly points: readonly number[];
  readonly size: number;
  readonly tip: string;
}

export interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly style: string;
}

/** Table behind a chart; columns whose head begins with "#" hold numbers. */
export interface ChartTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
