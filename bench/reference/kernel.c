/* The engine's fast kernel in C, with which `tonle bench kernel --against-c` compares it.
 *
 * Reads a job from a file that Tonle wrote, runs it, and prints figures and check sums as JSON:
 *
 *     kernel JOB REPETITIONS PERCENTILES(0|1)
 *
 * For every step of the order, the load at the head of a reach is the sum of the step's accumulator and of
 * the reach's own loads, each a number times a vector of draws. The load leaves as head · exp(-a · t[draw]),
 * a = rate · travel time, and is added, whole or in fractions, to the accumulators of the reaches below. The
 * concentration at the tail (or the head) is load / discharge · per[draw]; the program keeps its mean over
 * the draws, the number of draws that exceed the limit and, if asked, the exact percentiles 5, 50 and 95
 * (linear between neighbours; Hyndman and Fan 1996, type 7). Nothing of the size steps times draws is kept.
 *
 * It uses the vectors of GNU C, as wide as those of the processor, and AVX-512 instructions if available.
 *
 *     gcc -O3 -march=native -o kernel kernel.c -lm
 */
#define _POSIX_C_SOURCE 200112L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#if defined(__AVX512F__)
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
#ifdef __AVX__
#include <immintrin.h>
#endif

#define LANES (BYTES / 4)
#define QUANTILES 3
#define SHAPES 512
#define SHAPES_PER_CV 256
#define MOST_LOADS 8
#define CANDIDATES 64 /* most values that a bracket may hold */

typedef float vec __attribute__((vector_size(BYTES), may_alias));
typedef int32_t ivec __attribute__((vector_size(BYTES)));

static const double QUANTILE[QUANTILES] = {0.05, 0.50, 0.95};

/* The job as it lies in the file: little-endian, every array one behind the other, no gaps. */
typedef struct {
  int32_t steps, slots, draws, width, vectors, entries, arcs, constituents, record_head, has_per;
  const int32_t *slot;        /* accumulator of each step, -1 where nothing arrives */
  const int32_t *arc_start;   /* arcs of step i: arc_start[i] … arc_start[i + 1] - 1 */
  const int32_t *arc_slot;    /* accumulator an arc delivers to, -1 for none */
  const int32_t *arc_opens;   /* 1: the arc sets it, 0: it adds */
  const float *arc_fraction;
  const float *travel_time;   /* s */
  const float *per_discharge; /* 1 / (m3/s) */
  const float *limit;         /* g/m3 */
  const int32_t *entry_start; /* loads of step i */
  const float *load;          /* g/s of the first constituent */
  const int32_t *load_vector; /* the vector a load varies with */
  const float *rate;          /* 1/s of each constituent */
  const float *factor;        /* load of each constituent over that of the first */
  float *multiplier;          /* [vectors][width], 64-byte aligned */
  float *time_factor;         /* [width] */
  float *per;                 /* [width] central over drawn discharge */
} Job;

typedef struct {
  double mean, percentile[QUANTILES];
  int64_t above;
} Check;

/* ---- the exponential ---- */

static inline vec fma_v(vec a, vec b, vec c) {
#ifdef __AVX512F__
  return (vec)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
#else
  return a * b + c; /* contracted by -O3 -march=native where the machine has fma */
#endif
}

static inline vec splat(float x) {
  return x - (vec){0};
}

/* 2^(s x) for -126 <= s x <= 126: the whole part to the exponent's bits, a polynomial of degree 5 for the
 * rest, exactly 1 at 0; relative error below 2e-7 plus the rounding of s x. */
static inline vec exp2_of(vec x, vec s) {
  const vec round = splat(0x1.8p23f);
  vec t = fma_v(x, s, round);
  vec f = fma_v(x, s, round - t);
  vec p = fma_v(splat(0x1.5bba18p-10f), f, splat(0x1.3cea88p-7f));
  p = fma_v(p, f, splat(0x1.c6b752p-5f));
  p = fma_v(p, f, splat(0x1.ebf9bcp-3f));
  p = fma_v(p, f, splat(0x1.62e42ap-1f));
  p = fma_v(p, f, splat(1));
  return (vec)((ivec)p + ((ivec)t << 23));
}

static inline vec least(vec x, vec y) {
  ivec is_x = x < y;
  return (vec)((is_x & (ivec)x) | (~is_x & (ivec)y));
}

static inline float sum_v(vec x) {
  float sum = 0;
  for (int i = 0; i < LANES; i++) sum += x[i];
  return sum;
}

/* Counts lanes, in whatever form the machine counts them best. */
#ifdef __AVX512F__
typedef int tally;
static inline tally count_above(tally so_far, vec x, vec limit) {
  return so_far + __builtin_popcount(_mm512_cmp_ps_mask((__m512)x, (__m512)limit, _CMP_GT_OQ));
}
static inline int total(tally count) {
  return count;
}
#else
typedef ivec tally;
static inline tally count_above(tally so_far, vec x, vec limit) {
  return so_far - (ivec)(x > limit);
}
static inline int total(tally count) {
  int sum = 0;
  for (int i = 0; i < LANES; i++) sum += count[i];
  return sum;
}
#endif

/* ---- exact percentiles: brackets, what lies in them, its ranks ---- */

typedef struct {
  float shape[SHAPES][QUANTILES];
  float moved[QUANTILES]; /* how far percentiles lay from the lognormal's, in deviations */
  float half[QUANTILES];  /* half of a bracket, in deviations */
  float low[QUANTILES], high[QUANTILES];
  int below[QUANTILES], count[QUANTILES];
  float all[QUANTILES * CANDIDATES + 2 * LANES] __attribute__((aligned(64)));
  float in[CANDIDATES + 2 * LANES] __attribute__((aligned(64)));
} Brackets;

/* Moves what lies in any bracket to `all`, and counts what lies below each; returns how many, or -1. */
static inline int gather(const float *x, int width, Brackets *b) {
  int count = 0, below[QUANTILES] = {0};
#ifdef __AVX512F__
  __m512 low[QUANTILES], high[QUANTILES];
  for (int q = 0; q < QUANTILES; q++) {
    low[q] = _mm512_set1_ps(b->low[q]);
    high[q] = _mm512_set1_ps(b->high[q]);
  }
  for (int d = 0; d < width; d += LANES) {
    __m512 v = _mm512_load_ps(x + d);
    __mmask16 inside = 0;
    for (int q = 0; q < QUANTILES; q++) {
      __mmask16 from = _mm512_cmp_ps_mask(v, low[q], _CMP_GE_OQ);
      below[q] += __builtin_popcount(from);
      inside |= _mm512_mask_cmp_ps_mask(from, v, high[q], _CMP_LE_OQ);
    }
    __m512 kept = _mm512_maskz_compress_ps(inside, v);
    int more = __builtin_popcount(inside);
    /* More than half a vector is rare, and half a vector is stored faster. */
    _mm256_storeu_ps(b->all + count, _mm512_castps512_ps256(kept));
    if (__builtin_expect(more > LANES / 2, 0)) _mm512_storeu_ps(b->all + count, kept);
    count += more;
    if (__builtin_expect(count > QUANTILES * CANDIDATES, 0)) return -1;
  }
  for (int q = 0; q < QUANTILES; q++) below[q] = width - below[q];
#else
  ivec under[QUANTILES] = {{0}};
  for (int d = 0; d < width; d += LANES) {
    vec v = *(const vec *)(x + d);
    ivec inside = {0};
    for (int q = 0; q < QUANTILES; q++) {
      under[q] -= (ivec)(v < splat(b->low[q]));
      inside |= (ivec)(v >= splat(b->low[q])) & (ivec)(v <= splat(b->high[q]));
    }
#ifdef __AVX__
    for (int lanes = _mm256_movemask_ps((__m256)inside); lanes; lanes &= lanes - 1)
      b->all[count++] = x[d + __builtin_ctz((unsigned)lanes)];
#else
    for (int k = 0; k < LANES; k++) {
      b->all[count] = x[d + k];
      count += inside[k] & 1;
    }
#endif
    if (count > QUANTILES * CANDIDATES) return -1;
  }
  for (int q = 0; q < QUANTILES; q++)
    for (int k = 0; k < LANES; k++) below[q] += under[q][k];
#endif
  for (int q = 0; q < QUANTILES; q++) b->below[q] = below[q];
  return count <= QUANTILES * CANDIDATES ? count : -1;
}

/* Moves what lies in one bracket from `all` to `in`; returns how many, or -1. */
static inline int pick(Brackets *b, int all, int q) {
  int count = 0;
#ifdef __AVX512F__
  __m512 low = _mm512_set1_ps(b->low[q]), high = _mm512_set1_ps(b->high[q]);
  for (int first = 0; first < all; first += LANES) {
    int left = all - first;
    __mmask16 valid = left >= LANES ? 0xffff : (__mmask16)((1u << left) - 1);
    __m512 v = _mm512_load_ps(b->all + first);
    __mmask16 inside = _mm512_mask_cmp_ps_mask(
        _mm512_mask_cmp_ps_mask(valid, v, low, _CMP_GE_OQ), v, high, _CMP_LE_OQ);
    _mm512_storeu_ps(b->in + count, _mm512_maskz_compress_ps(inside, v));
    count += __builtin_popcount(inside);
    if (count > CANDIDATES) return -1;
  }
#else
  for (int i = 0; i < all; i++) {
    b->in[count] = b->all[i];
    count += b->all[i] >= b->low[q] && b->all[i] <= b->high[q];
    if (count > CANDIDATES) return -1;
  }
#endif
  return count;
}

/* The values of rank `at` and `at + 1` among `count` candidates: the largest with so few below them. */
static inline void ranked(const float *in, int count, int at, float *lower, float *upper) {
#ifdef __AVX512F__
  __m512 a = _mm512_set1_ps(-INFINITY), b = a;
  __m512i rank_a = _mm512_set1_epi32(at), rank_b = _mm512_set1_epi32(at + 1), one = _mm512_set1_epi32(1);
  for (int first = 0; first < count; first += LANES) {
    int left = count - first;
    __mmask16 valid = left >= LANES ? 0xffff : (__mmask16)((1u << left) - 1);
    __m512 v = _mm512_load_ps(in + first);
    __m512i rank = _mm512_setzero_si512();
    for (int j = 0; j < count; j++) {
      __mmask16 less = _mm512_cmp_ps_mask(_mm512_set1_ps(in[j]), v, _CMP_LT_OQ);
      rank = _mm512_mask_add_epi32(rank, less, rank, one);
    }
    a = _mm512_mask_max_ps(a, valid & _mm512_cmple_epi32_mask(rank, rank_a), a, v);
    b = _mm512_mask_max_ps(b, valid & _mm512_cmple_epi32_mask(rank, rank_b), b, v);
  }
  *lower = _mm512_reduce_max_ps(a);
  *upper = _mm512_reduce_max_ps(b);
#else
  float a = -INFINITY, b = -INFINITY;
  for (int i = 0; i < count; i++) {
    int rank = 0;
    for (int j = 0; j < count; j++) rank += in[j] < in[i];
    if (rank <= at && in[i] > a) a = in[i];
    if (rank <= at + 1 && in[i] > b) b = in[i];
  }
  *lower = a;
  *upper = b;
#endif
}

static int by_size(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

/* Slow and sure. */
static float sorted_percentile(const float *x, int width, int pad, double p, float *copy) {
  memcpy(copy, x, sizeof(float) * (size_t)width);
  qsort(copy, (size_t)width, sizeof(float), by_size);
  double at = (width - pad - 1) * p;
  int below = (int)at;
  int above = below + 1 < width - pad ? below + 1 : below;
  return (float)(copy[pad + below] + (at - below) * (copy[pad + above] - copy[pad + below]));
}

/* Brackets stand where a lognormal of the same mean and deviation has its percentiles, moved by how far the
 * reaches before were from that; one that misses moves by what its own count says of the density, and all is
 * gathered again. Lanes past the last draw hold zeros, which rank first: no load is below 0. */
static inline void percentiles_of(
    const float *x, const Job *job, float mean, float deviation, Brackets *b, float *copy, float *found) {
  int width = job->width, draws = job->draws, pad = width - draws;
  float spread = deviation / mean * SHAPES_PER_CV;
  const float *shape = b->shape[spread < SHAPES - 1 ? (int)spread : SHAPES - 1];
  float middle[QUANTILES], half[QUANTILES];
  for (int q = 0; q < QUANTILES; q++) {
    middle[q] = shape[q] + b->moved[q];
    half[q] = b->half[q];
  }
  int open = (1 << QUANTILES) - 1;
  for (int attempt = 0; attempt < 8 && deviation > 0; attempt++) {
    for (int q = 0; q < QUANTILES; q++) {
      b->low[q] = open >> q & 1 ? mean + deviation * (middle[q] - half[q]) : INFINITY;
      b->high[q] = open >> q & 1 ? mean + deviation * (middle[q] + half[q]) : -INFINITY;
    }
    int all = gather(x, width, b);
    for (int q = 0; q < QUANTILES; q++) {
      if (!(open >> q & 1)) continue;
      double at = (draws - 1) * QUANTILE[q];
      int rank = (int)at + pad - b->below[q];
      int count = all < 0 ? -1 : pick(b, all, q);
      if (count < 0) {
        half[q] *= 0.5f;
      } else if (rank < 0 || rank + 2 > count) {
        middle[q] += 2 * half[q] * (rank + 0.5f - count * 0.5f) / (count + 1);
        half[q] *= 1.2f;
        b->half[q] *= 1.06f;
      } else {
        float lower, upper;
        ranked(b->in, count, rank, &lower, &upper);
        found[q] = (float)(lower + (at - (int)at) * (upper - lower));
        b->moved[q] += 0.25f * ((found[q] - mean) / deviation - shape[q] - b->moved[q]);
        b->half[q] *= 0.995f;
        open &= ~(1 << q);
      }
    }
    if (!open) return;
  }
  for (int q = 0; q < QUANTILES; q++)
    if (open >> q & 1) found[q] = sorted_percentile(x, width, pad, QUANTILE[q], copy);
}

/* Where a lognormal has its percentiles, in deviations from its mean, by its coefficient of variation. */
static void shapes(Brackets *b) {
  const double z[QUANTILES] = {-1.6448536, 0, 1.6448536};
  for (int k = 0; k < SHAPES; k++) {
    double cv = (k + 0.5) / SHAPES_PER_CV, sigma2 = log(1 + cv * cv);
    for (int q = 0; q < QUANTILES; q++)
      b->shape[k][q] = (float)((exp(z[q] * sqrt(sigma2) - sigma2 / 2) - 1) / cv);
  }
  for (int q = 0; q < QUANTILES; q++) {
    b->moved[q] = 0;
    b->half[q] = 0.1f;
  }
}

/* ---- one constituent from the heads to the sea ---- */

#define ALWAYS static inline __attribute__((always_inline))

typedef struct {
  float *accumulators, *out, *shown, *copy;
  Brackets brackets;
  float most_time; /* of the time factor, over the draws */
} State;

/* What kind of job it is; each kind is compiled for itself. */
typedef struct {
  int head, per, percentiles;
} Kind;

/* Step i: loads, decay, statistics, delivery, in one pass over the draws. */
ALWAYS void step(const Job *job, State *state, int i, int constituent, Kind kind, int loads, Check *check) {
  int width = job->width, slot = job->slot[i], from = job->entry_start[i];
  const float *in = slot < 0 ? NULL : state->accumulators + (size_t)slot * width;
  const float *m[MOST_LOADS + 1];
  vec load[MOST_LOADS + 1];
  for (int e = 0; e < loads; e++) {
    m[e] = job->multiplier + (size_t)job->load_vector[from + e] * width;
    load[e] = splat(job->load[from + e] * job->factor[constituent]);
  }
  int first = job->arc_start[i], arcs = job->arc_start[i + 1] - first;
  /* One arc that takes everything is written in the same pass. */
  int whole = arcs == 1 && job->arc_fraction[first] == 1 && job->arc_slot[first] >= 0;
  float *to = whole ? state->accumulators + (size_t)job->arc_slot[first] * width : state->out;
  int adds = whole && !job->arc_opens[first];
  /* The load itself is what is ranked where nothing but its discharge, one number, parts them. */
  int apart = kind.percentiles && (adds || kind.per || kind.head);
  float loss = job->rate[constituent] * job->travel_time[i];
  vec s = splat(-loss * 1.4426950408889634f);
  int flush = loss * state->most_time > 87;
  float per_discharge = job->per_discharge[i];
  vec limit = splat(job->limit[i] / per_discharge);
  vec sum = splat(0), squares = splat(0);
  tally above = (tally){0};
  for (int d = 0; d < width; d += LANES) {
    vec x = splat(0);
    if (in) x = *(const vec *)(in + d);
    for (int e = 0; e < loads; e++) x = fma_v(load[e], *(const vec *)(m[e] + d), x);
    vec time = *(const vec *)(job->time_factor + d);
    if (flush) time = least(time, splat(87 / loss));
    vec y = x * exp2_of(time, s);
    vec shown = kind.head ? x : y;
    if (kind.per) shown *= *(const vec *)(job->per + d);
    sum += shown;
    if (kind.percentiles) squares = fma_v(shown, shown, squares);
    above = count_above(above, shown, limit);
    if (apart) *(vec *)(state->shown + d) = shown;
    if (adds) y += *(const vec *)(to + d);
    *(vec *)(to + d) = y;
  }
  float mean = sum_v(sum) / job->draws;
  check->mean += mean * per_discharge;
  check->above += total(above);
  if (kind.percentiles) {
    float found[QUANTILES];
    float spread = sum_v(squares) / job->draws - mean * mean;
    percentiles_of(apart ? state->shown : to, job, mean, spread > 0 ? sqrtf(spread) : 0,
        &state->brackets, state->copy, found);
    for (int q = 0; q < QUANTILES; q++) check->percentile[q] += found[q] * per_discharge;
  }
  for (int arc = whole ? first + arcs : first; arc < first + arcs; arc++) {
    if (job->arc_slot[arc] < 0) continue;
    float *target = state->accumulators + (size_t)job->arc_slot[arc] * width;
    vec fraction = splat(job->arc_fraction[arc]);
    int opens = job->arc_opens[arc];
    for (int d = 0; d < width; d += LANES) {
      vec y = *(const vec *)(to + d) * fraction;
      if (!opens) y += *(const vec *)(target + d);
      *(vec *)(target + d) = y;
    }
  }
}

ALWAYS void sweep(const Job *job, State *state, int constituent, Kind kind, Check *check) {
  for (int i = 0; i < job->steps; i++) {
    /* With the number of loads known the compiler unrolls them. */
#define STEP(loads) case loads: step(job, state, i, constituent, kind, loads, check); break;
    switch (job->entry_start[i + 1] - job->entry_start[i]) {
      STEP(0) STEP(1) STEP(2) STEP(3) STEP(4) STEP(5) STEP(6) STEP(7) STEP(8)
      default: __builtin_unreachable();
    }
  }
}

static void run(const Job *job, State *state, int percentiles, Check *check) {
  memset(check, 0, sizeof *check);
  for (int c = 0; c < job->constituents; c++) {
    shapes(&state->brackets);
#define KIND(head, per, percentiles) \
  case head * 4 + per * 2 + percentiles: sweep(job, state, c, (Kind){head, per, percentiles}, check); break;
    switch (job->record_head * 4 + job->has_per * 2 + percentiles) {
      KIND(0, 0, 0) KIND(0, 0, 1) KIND(0, 1, 0) KIND(0, 1, 1)
      KIND(1, 0, 0) KIND(1, 0, 1) KIND(1, 1, 0) KIND(1, 1, 1)
    }
  }
}

/* ---- reading, timing, telling ---- */

static void fail(const char *why, const char *what) {
  fprintf(stderr, "kernel: %s: %s\n", why, what);
  exit(1);
}

static void *aligned(size_t bytes) {
  void *memory = NULL;
  if (posix_memalign(&memory, 64, bytes + 64)) fail("no memory", "");
  memset(memory, 0, bytes + 64);
  return memory;
}

static const void *next(const char **at, const char *end, size_t count) {
  const char *here = *at;
  if ((size_t)(end - here) < 4 * count) fail("the job is cut off", "");
  *at = here + 4 * count;
  return here;
}

static float *next_aligned(const char **at, const char *end, size_t count) {
  float *copy = aligned(4 * count);
  memcpy(copy, next(at, end, count), 4 * count);
  return copy;
}

static Job read_job(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) fail("cannot be read", name);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = aligned((size_t)size);
  if (fread(bytes, 1, (size_t)size, file) != (size_t)size) fail("cannot be read", name);
  fclose(file);
  if (size < 48 || memcmp(bytes, "TONLEJOB", 8)) fail("is no job", name);
  Job job;
  memcpy(&job, bytes + 8, 40);
  const char *at = bytes + 48, *end = bytes + size;
  size_t steps = (size_t)job.steps, arcs = (size_t)job.arcs, width = (size_t)job.width;
  job.slot = next(&at, end, steps);
  job.arc_start = next(&at, end, steps + 1);
  job.arc_slot = next(&at, end, arcs);
  job.arc_opens = next(&at, end, arcs);
  job.arc_fraction = next(&at, end, arcs);
  job.travel_time = next(&at, end, steps);
  job.per_discharge = next(&at, end, steps);
  job.limit = next(&at, end, steps);
  job.entry_start = next(&at, end, steps + 1);
  job.load = next(&at, end, (size_t)job.entries);
  job.load_vector = next(&at, end, (size_t)job.entries);
  job.rate = next(&at, end, (size_t)job.constituents);
  job.factor = next(&at, end, (size_t)job.constituents);
  job.multiplier = next_aligned(&at, end, (size_t)job.vectors * width);
  job.time_factor = next_aligned(&at, end, width);
  job.per = next_aligned(&at, end, width);
  if (at != end) fail("is longer than a job", name);
  for (size_t i = 0; i < steps; i++)
    if (job.entry_start[i + 1] - job.entry_start[i] > MOST_LOADS) fail("has too many loads at one reach", name);
  return job;
}

static double now_ms(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static int by_time(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  if (count != 4) fail("usage", "kernel JOB REPETITIONS PERCENTILES");
  Job job = read_job(arguments[1]);
  int repetitions = atoi(arguments[2]), percentiles = atoi(arguments[3]) != 0;
  if (repetitions < 1) fail("repetitions", arguments[2]);
  size_t width = (size_t)job.width;
  State *state = aligned(sizeof(State));
  state->accumulators = aligned(4 * width * (size_t)(job.slots + 1));
  state->out = aligned(4 * width);
  state->shown = aligned(4 * width);
  state->copy = aligned(4 * width);
  for (size_t d = 0; d < width; d++)
    if (job.time_factor[d] > state->most_time) state->most_time = job.time_factor[d];
  double *time = aligned(sizeof(double) * (size_t)repetitions);
  double processor = INFINITY;
  Check check;
  run(&job, state, percentiles, &check);
  for (int r = 0; r < repetitions; r++) {
    double begin = now_ms(CLOCK_MONOTONIC), used = now_ms(CLOCK_PROCESS_CPUTIME_ID);
    run(&job, state, percentiles, &check);
    used = now_ms(CLOCK_PROCESS_CPUTIME_ID) - used;
    processor = used < processor ? used : processor;
    time[r] = now_ms(CLOCK_MONOTONIC) - begin;
  }
  qsort(time, (size_t)repetitions, sizeof(double), by_time);
  double elements = (double)job.steps * job.draws * job.constituents;
  printf("{\"milliseconds\":%.6f,\"milliseconds_median\":%.6f,\"milliseconds_processor\":%.6f,\"ns_per_element\":%.6f,",
      time[0], time[repetitions / 2], processor, time[0] * 1e6 / elements);
  printf("\"mean\":%.9g,\"above\":%lld,", check.mean, (long long)check.above);
  printf("\"p5\":%.9g,\"p50\":%.9g,\"p95\":%.9g}\n", check.percentile[0], check.percentile[1], check.percentile[2]);
  return 0;
}
