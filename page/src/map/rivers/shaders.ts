import { BACK, BREACH, DRY, FADED, STILL, UNSURE, WORSE, WIDTH_SHIFT, WIDTH_STEPS_PER_PX } from '../word.js';

/** Passes of a frame, from below: each draws all segments once. */
export const PASSES = { ticks: 0, casing: 1, core: 2, chevrons: 3 } as const;

/** Signs of a word, as both programs read them. */
const SIGNS = Object.entries({ BREACH, UNSURE, WORSE, DRY, FADED, BACK, STILL })
  .map(([name, bit]) => `const uint ${name} = ${bit}u;`)
  .join('\n');

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
${SIGNS}
const float TICK_WIDTH = 12.0;
const float SPACING = 90.0;
uniform int pass;
bool has(uint word, uint bit) { return (word & bit) != 0u; }
`;

/**
 * One quad for each segment and pass, around a capsule: the segment with round ends. What a pass
 * does not draw is folded into nothing, so that its fragments cost nothing.
 */
export const VERTEX = `${HEAD}
uniform usampler2D words;
uniform vec2 canvas_px;
uniform vec2 origin_px;
uniform float world_px;
uniform float widened;
uniform float thinnest_px;
in vec2 corner;
in vec4 ends;
in vec2 start;
out vec2 place_px;
flat out float length_px;
flat out float start_px;
flat out float width_px;
flat out uint word;

float radius() {
  if (pass == ${PASSES.ticks}) return has(word, BREACH) ? TICK_WIDTH / 2.0 : 0.0;
  if (has(word, DRY)) return pass == ${PASSES.core} ? 0.7 : 0.0;
  if (pass == ${PASSES.casing}) return width_px / 2.0 + 0.6;
  if (pass == ${PASSES.core}) return width_px / 2.0;
  bool isHere = floor((start_px + length_px + 8.0) / SPACING - 0.5)
    > floor((start_px - 8.0) / SPACING - 0.5);
  return has(word, STILL) || !isHere || width_px / widened < thinnest_px ? 0.0 : 6.0;
}

void main() {
  int id = int(start.y);
  word = texelFetch(words, ivec2(id & 1023, id >> 10), 0).r;
  width_px = widened * float((word >> ${WIDTH_SHIFT}u) & 255u) / ${WIDTH_STEPS_PER_PX}.0;
  vec2 a = origin_px + ends.xy * world_px;
  vec2 b = origin_px + ends.zw * world_px;
  length_px = distance(a, b);
  start_px = start.x * world_px;
  vec2 along = length_px > 0.0 ? (b - a) / length_px : vec2(1.0, 0.0);
  float reach = radius();
  if (reach == 0.0) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  reach += 1.0;
  place_px = vec2(mix(-reach, length_px + reach, corner.x), corner.y * reach);
  vec2 at = a + along * place_px.x + vec2(-along.y, along.x) * place_px.y;
  vec2 clip = at / canvas_px * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
`;

export const FRAGMENT = `${HEAD}
uniform vec3 colours[16];
uniform vec3 casing;
uniform vec3 land;
uniform float pixel_ratio;
uniform float widened;
in vec2 place_px;
flat in float length_px;
flat in float start_px;
flat in float width_px;
flat in uint word;
out vec4 drawn;

float inside(float radius_px, float away_px) {
  return clamp((radius_px - away_px) * pixel_ratio + 0.5, 0.0, 1.0);
}

float chevron() {
  float size = clamp(mix(0.55, 1.2, (width_px / widened - 1.0) / 8.0), 0.55, 1.2);
  float x = mod(start_px + place_px.x, SPACING) - SPACING / 2.0;
  float y = abs(place_px.y);
  if (has(word, BACK)) x = -x;
  float away = abs(x - 1.5 * size + y) * 0.7071;
  return y > 3.3 * size ? 0.0 : inside(0.75 * size, away);
}

void main() {
  float past = max(max(-place_px.x, place_px.x - length_px), 0.0);
  float away = length(vec2(past, place_px.y));
  float way = start_px + place_px.x;
  vec3 own = colours[word & 255u];
  vec3 colour = own;
  float cover = 0.0;
  if (pass == ${PASSES.ticks}) {
    bool isTick = past == 0.0 && fract(way / TICK_WIDTH) < 0.15;
    cover = isTick ? inside(TICK_WIDTH / 2.0, abs(place_px.y)) : 0.0;
  } else if (pass == ${PASSES.casing}) {
    colour = casing;
    cover = inside(width_px / 2.0 + 0.6, away);
  } else if (pass == ${PASSES.chevrons}) {
    colour = vec3(1.0);
    cover = past == 0.0 ? chevron() : 0.0;
  } else if (has(word, DRY)) {
    float dot_px = mod(way, 4.2) - 2.1;
    colour = colours[0];
    cover = past == 0.0 ? inside(0.7, length(vec2(dot_px, place_px.y))) : 0.0;
  } else {
    cover = inside(width_px / 2.0, away);
    float gap = 0.55 * width_px;
    float dash = min(1.3, 0.33 * width_px / widened);
    if (has(word, UNSURE) && mod(way, 3.6 * gap) < 1.4 * gap) {
      colour = mix(colour, land, inside(gap / 2.0, abs(place_px.y)));
    }
    if (has(word, WORSE) && mod(way, 6.0 * dash) < 3.0 * dash) {
      colour = mix(colour, vec3(1.0), inside(dash / 2.0, abs(place_px.y)));
    }
  }
  // Faded is a colour, not an opacity: where segments overlap, nothing shines through twice.
  if (has(word, FADED)) colour = mix(land, colour, 0.28);
  if (cover <= 0.0) discard;
  drawn = vec4(colour * cover, cover);
}
`;
