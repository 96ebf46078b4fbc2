import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import type { RiverMap } from '../../api/types.js';
import { coloursOf, type Palette } from '../../look/palette.js';
import type { RiverDrawing } from './drawing.js';
import { SegmentGrid } from './segment-grid.js';
import { longitudeLatitude, mercator, SEGMENT_FIGURES, segmentsOf, type Segments } from './segments.js';
import { linked } from './program.js';
import { FRAGMENT, PASSES, VERTEX } from './shaders.js';

/** Words in a row of the texture. */
const ROW = 1024;
const TILE_PX = 512;
const HIT_PX = 9;
/** Zooms up to which a coarser line is drawn, its error under a pixel there; then the whole. */
const COARSE_ZOOMS = [6.5, 8.5];

/**
 * Rivers as a layer of our own: the lines stay on the graphics processor, and a texture of a word a
 * reach says how each looks. A network of tens of thousands of reaches is recoloured by one upload.
 */
export class RiverLayer implements CustomLayerInterface, RiverDrawing {
  readonly id = 'rivers';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  /** Why this machine cannot draw it; empty if it can. */
  fault = '';

  private map: MapLibre | undefined;
  private gl: WebGL2RenderingContext | undefined;
  private program: WebGLProgram | undefined;
  private texture: WebGLTexture | undefined;
  private shapes: WebGLVertexArrayObject[] = [];
  private levels: Segments[] = [];
  private grid: SegmentGrid | undefined;
  private drawn: RiverMap | undefined;
  private words = new Uint32Array(ROW);
  private rows = 1;
  private isNew = true;
  private readonly places = new Map<string, WebGLUniformLocation | null>();

  constructor(private palette: Palette) {}

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.gl = gl;
    this.places.clear();
    try {
      this.program = linked(gl, VERTEX, FRAGMENT, ['corner', 'ends', 'start']);
    } catch (error) {
      this.fault = String(error);
      return;
    }
    this.texture = gl.createTexture()!;
    this.isNew = true;
    if (this.levels.length) this.shapes = this.levels.map((level) => this.shape(gl, level));
  }

  onRemove(_: MapLibre, gl: WebGL2RenderingContext): void {
    this.shapes.forEach((shape) => gl.deleteVertexArray(shape));
    gl.deleteTexture(this.texture ?? null);
    gl.deleteProgram(this.program ?? null);
    this.gl = undefined;
  }

  ground(map: RiverMap): void {
    if (map === this.drawn) return;
    this.drawn = map;
    const pixel = (zoom: number) => 1 / (TILE_PX * 2 ** zoom);
    this.levels = [...COARSE_ZOOMS.map((zoom) => segmentsOf(map, pixel(zoom))), segmentsOf(map, 0)];
    this.grid = new SegmentGrid(this.levels.at(-1)!);
    this.rows = Math.max(1, Math.ceil(map.places.length / ROW));
    this.words = new Uint32Array(this.rows * ROW);
    this.isNew = true;
    if (!this.gl) return;
    this.shapes.forEach((shape) => this.gl!.deleteVertexArray(shape));
    this.shapes = this.levels.map((level) => this.shape(this.gl!, level));
    this.map?.triggerRepaint();
  }

  /** The words know which way the water runs. */
  flow(): void {}

  theme(palette: Palette): void {
    this.palette = palette;
    this.map?.triggerRepaint();
  }

  paint(words: Uint32Array): number {
    this.words.set(words.subarray(0, this.words.length));
    if (this.gl && this.texture && !this.isNew) this.upload(this.gl, this.texture);
    this.map?.triggerRepaint();
    return words.length;
  }

  at(point: { readonly x: number; readonly y: number }): number | undefined {
    if (!this.map || !this.grid) return undefined;
    const { lng, lat } = this.map.unproject([point.x, point.y]);
    const [x, y] = mercator(lng, lat);
    const [ox, oy] = this.levels.at(-1)!.origin;
    return this.grid.nearest(x - ox, y - oy, HIT_PX / this.world_px());
  }

  render(gl: WebGL2RenderingContext): void {
    if (!this.program || !this.texture || !this.map || !this.shapes.length) return;
    gl.useProgram(this.program);
    gl.activeTexture(gl.TEXTURE0);
    if (this.isNew) this.allocate(gl, this.texture);
    else gl.bindTexture(gl.TEXTURE_2D, this.texture);
    this.setView(gl, this.map);
    this.setColours(gl);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    const zoom = this.map.getZoom();
    const found = COARSE_ZOOMS.findIndex((coarse) => zoom <= coarse);
    const level = found < 0 ? this.levels.length - 1 : found;
    gl.bindVertexArray(this.shapes[level]!);
    for (const pass of Object.values(PASSES)) {
      gl.uniform1i(this.place(gl, 'pass'), pass);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.levels[level]!.count);
    }
    gl.bindVertexArray(null);
  }

  private setView(gl: WebGL2RenderingContext, map: MapLibre): void {
    const canvas = map.getCanvas();
    const [x, y] = this.levels[0]!.origin;
    const origin = map.project(longitudeLatitude(x, y));
    const zoom = map.getZoom();
    gl.uniform1i(this.place(gl, 'words'), 0);
    gl.uniform2f(this.place(gl, 'canvas_px'), canvas.clientWidth, canvas.clientHeight);
    gl.uniform2f(this.place(gl, 'origin_px'), origin.x, origin.y);
    gl.uniform1f(this.place(gl, 'world_px'), this.world_px());
    gl.uniform1f(this.place(gl, 'widened'), widened(zoom));
    gl.uniform1f(this.place(gl, 'thinnest_px'), zoom < 8 ? 2.4 : zoom < 10 ? 1.4 : 0);
    gl.uniform1f(this.place(gl, 'pixel_ratio'), canvas.width / canvas.clientWidth);
  }

  private setColours(gl: WebGL2RenderingContext): void {
    gl.uniform3fv(this.place(gl, 'colours'), coloursOf(this.palette).flatMap(rgb));
    gl.uniform3fv(this.place(gl, 'casing'), rgb(this.palette.casing));
    gl.uniform3fv(this.place(gl, 'land'), rgb(this.palette.land));
  }

  private world_px(): number {
    return TILE_PX * 2 ** (this.map?.getZoom() ?? 0);
  }

  private place(gl: WebGL2RenderingContext, name: string): WebGLUniformLocation | null {
    if (!this.places.has(name)) this.places.set(name, gl.getUniformLocation(this.program!, name));
    return this.places.get(name)!;
  }

  private allocate(gl: WebGL2RenderingContext, texture: WebGLTexture): void {
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
    }
    unpackPlainly(gl);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32UI, ROW, this.rows, 0, gl.RED_INTEGER, gl.UNSIGNED_INT, this.words);
    this.isNew = false;
  }

  private upload(gl: WebGL2RenderingContext, texture: WebGLTexture): void {
    const before = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture | null;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    unpackPlainly(gl);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, ROW, this.rows, gl.RED_INTEGER, gl.UNSIGNED_INT, this.words);
    gl.bindTexture(gl.TEXTURE_2D, before);
  }

  /** Corners of a quad, and behind them the figures of each segment. */
  private shape(gl: WebGL2RenderingContext, segments: Segments): WebGLVertexArrayObject {
    const shape = gl.createVertexArray()!;
    gl.bindVertexArray(shape);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, segments.figures, gl.STATIC_DRAW);
    const stride = 4 * SEGMENT_FIGURES;
    for (const [index, size, from] of [[1, 4, 0], [2, 2, 16]] as const) {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, size, gl.FLOAT, false, stride, from);
      gl.vertexAttribDivisor(index, 1);
    }
    gl.bindVertexArray(null);
    return shape;
  }
}

/** How much wider a river is drawn closer in; the same steps as the line layers have. */
function widened(zoom: number): number {
  const between = (a: number, b: number, t: number) => a + (b - a) * Math.min(1, Math.max(0, t));
  return zoom < 9 ? between(1, 1.5, (zoom - 6) / 3) : between(1.5, 2.4, (zoom - 9) / 3);
}

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** The map leaves its own ways of unpacking behind. */
function unpackPlainly(gl: WebGL2RenderingContext): void {
  gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, null);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
}
