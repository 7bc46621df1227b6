/* The peer of the forecast: the same simulation in plain C on the same arrays. Usage: forecast WORLD RUNS SEED OUT.
   WORLD: numbers of 32 bits: the scalars, then for every array its length and its values, in the order of `read` below.
   Writes permit and production by run and project to OUT, and the microseconds of CPU that the runs took to stdout. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int32_t i32;
typedef uint32_t u32;
static i32 activities, projects, desks, horizon, lapses, spread, floorDays;
static i32 *firstOut, *outTo, *outKind, *owedArrows, *startPending0, *decisionPending0, *readyAt0, *waitsAt0, *initial, *prepFirst, *prepValues,
    *poolFirst, *poolCount, *before, *handling, *after, *floorAdd, *floorRow, *floorEnds, *deskOf, *deskCases, *permitOf, *productionOf;
static i32 arrows, owed, initials;
static i32 *startPending, *decisionPending, *readyAt, *waitsAt, *filedAt, *decidedAt, *finishAt, *sample, *handled, *waited, *cause, *heldBy, *lapsed,
    *head, *tail, *next, *stack, *deskFirst, *freeAt;
static double *pathHandling, *pathWaiting;
static u32 key;
static i32 last;

static i32 *read_array(FILE *f, i32 *length) {
  i32 n;
  if (fread(&n, 4, 1, f) != 1) exit(2);
  i32 *values = malloc(4 * (size_t)(n > 0 ? n : 1));
  if (n > 0 && fread(values, 4, n, f) != (size_t)n) exit(2);
  if (length) *length = n;
  return values;
}

static i32 *blank(size_t n) { return calloc(n > 0 ? n : 1, 4); }

static u32 mix(u32 h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}
static u32 draw(u32 place) { return mix(key + (place + 1) * 0x85ebca77u); }

static void file_case(i32 a) {
  u32 drawn = draw((u32)a);
  i32 prepared = prepFirst[a] + (i32)(((drawn & 0xffff) * (u32)spread) >> 16);
  i32 s = poolFirst[a] + (i32)(((drawn >> 16) * (u32)poolCount[a]) >> 16);
  i32 from = readyAt[a] + prepValues[prepared];
  if (from < 0) from = 0;
  if (from > horizon) from = horizon;
  sample[a] = s;
  filedAt[a] = from;
  i32 t = from + before[s];
  if (t > horizon) t = horizon;
  next[a] = -1;
  if (head[t] < 0) head[t] = a;
  else next[tail[t]] = a;
  tail[t] = a;
  if (t > last) last = t;
}

static void settle(i32 ended) {
  i32 n = 1;
  stack[0] = ended;
  while (n > 0) {
    i32 a = stack[--n];
    i32 finish = waitsAt[a] > decidedAt[a] ? waitsAt[a] : decidedAt[a];
    finishAt[a] = finish;
    for (i32 o = firstOut[a]; o < firstOut[a + 1]; o++) {
      i32 to = outTo[o];
      if (outKind[o] == 1) {
        if (finish > waitsAt[to]) {
          waitsAt[to] = finish;
          heldBy[to] = a;
        }
        if (--decisionPending[to] == 0) stack[n++] = to;
      } else if (outKind[o] == 0 || lapsed[o] == 1) {
        if (finish > readyAt[to]) {
          readyAt[to] = finish;
          cause[to] = a;
        }
        if (--startPending[to] == 0) file_case(to);
      }
    }
  }
}

static i32 take_place(i32 d, i32 t, i32 days) {
  i32 *free_ = freeAt + deskFirst[d], places = deskCases[d];
  i32 begins = free_[0] > t ? free_[0] : t, end = begins + days, at = 0;
  for (;;) {
    i32 child = 2 * at + 1;
    if (child >= places) break;
    if (child + 1 < places && free_[child + 1] < free_[child]) child++;
    if (free_[child] >= end) break;
    free_[at] = free_[child];
    at = child;
  }
  free_[at] = end;
  return begins;
}

static void handle(i32 a, i32 t) {
  i32 s = sample[a], d = deskOf[a], days = handling[s], begins = t;
  if (d >= 0 && days > 0 && deskCases[d] > 0) begins = take_place(d, t, days);
  i32 decided = begins + days + after[s];
  i32 floor_ = floorRow[a] < 0 ? filedAt[a] + floorAdd[a] : floorEnds[floorRow[a] * floorDays + (filedAt[a] >> 1)];
  waited[a] = begins - t;
  handled[a] = floor_ > decided ? 0 : days;
  decidedAt[a] = floor_ > decided ? floor_ : decided;
  if (--decisionPending[a] == 0) settle(a);
}

static void simulate(i32 run, i32 seed) {
  size_t bytes = 4 * (size_t)activities;
  key = mix((u32)seed ^ ((u32)(run + 1) * 0x9e3779b9u));
  last = 0;
  memcpy(startPending, startPending0, bytes);
  memcpy(decisionPending, decisionPending0, bytes);
  memcpy(readyAt, readyAt0, bytes);
  memcpy(waitsAt, waitsAt0, bytes);
  memset(cause, 0xff, bytes);
  memset(heldBy, 0xff, bytes);
  memset(freeAt, 0, 4 * (size_t)deskFirst[desks]);
  for (i32 i = 0; i < owed; i++) {
    i32 arrow = owedArrows[i];
    lapsed[arrow] = (i32)(draw((u32)(activities + arrow)) >> 16) < lapses ? 1 : 0;
    startPending[outTo[arrow]] += lapsed[arrow];
  }
  for (i32 i = 0; i < initials; i++)
    if (startPending[initial[i]] == 0) file_case(initial[i]);
  for (i32 t = 0; t <= last; t++) {
    for (i32 a = head[t]; a >= 0; a = next[a]) handle(a, t);
    head[t] = -1;
  }
}

static void walk(i32 a) {
  while (a >= 0) {
    if (waitsAt[a] > decidedAt[a]) {
      a = heldBy[a];
      continue;
    }
    i32 d = deskOf[a];
    if (d >= 0) {
      pathHandling[d] += handled[a];
      pathWaiting[d] += waited[a];
    }
    a = cause[a];
  }
}

int main(int argc, char **argv) {
  if (argc != 5) return 2;
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 2;
  i32 scalars[7];
  if (fread(scalars, 4, 7, f) != 7) return 2;
  activities = scalars[0], projects = scalars[1], desks = scalars[2], horizon = scalars[3];
  lapses = scalars[4], spread = scalars[5], floorDays = scalars[6];
  i32 **all[] = {&firstOut, &outTo, &outKind, &owedArrows, &startPending0, &decisionPending0, &readyAt0, &waitsAt0, &initial, &prepFirst, &prepValues,
                 &poolFirst, &poolCount, &before, &handling, &after, &floorAdd, &floorRow, &floorEnds, &deskOf, &deskCases, &permitOf, &productionOf};
  i32 lengths[23];
  for (int i = 0; i < 23; i++) *all[i] = read_array(f, &lengths[i]);
  fclose(f);
  arrows = lengths[1], owed = lengths[3], initials = lengths[8];
  i32 **work[] = {&startPending, &decisionPending, &readyAt, &waitsAt, &filedAt, &decidedAt, &finishAt, &sample, &handled, &waited, &cause, &heldBy, &next, &stack};
  for (int i = 0; i < 14; i++) *work[i] = blank(activities);
  lapsed = blank(arrows), head = blank(horizon + 1), tail = blank(horizon + 1), deskFirst = blank(desks + 1);
  memset(head, 0xff, 4 * (size_t)(horizon + 1));
  for (i32 d = 0; d < desks; d++) deskFirst[d + 1] = deskFirst[d] + deskCases[d];
  freeAt = blank(deskFirst[desks]);
  pathHandling = calloc(desks + 1, 8), pathWaiting = calloc(desks + 1, 8);
  i32 runs = atoi(argv[2]), seed = atoi(argv[3]);
  size_t cells = (size_t)runs * projects;
  i32 *permit = malloc(4 * cells), *production = malloc(4 * cells);
  memset(permit, 0xff, 4 * cells);
  memset(production, 0xff, 4 * cells);
  clock_t from = clock();
  for (i32 run = 0; run < runs; run++) {
    simulate(run, seed);
    for (i32 p = 0; p < projects; p++) {
      if (permitOf[p] >= 0) permit[(size_t)run * projects + p] = finishAt[permitOf[p]];
      if (productionOf[p] >= 0) production[(size_t)run * projects + p] = finishAt[productionOf[p]];
      walk(permitOf[p] >= 0 ? permitOf[p] : productionOf[p]);
    }
  }
  clock_t to = clock();
  FILE *out = fopen(argv[4], "wb");
  if (!out || fwrite(permit, 4, cells, out) != cells || fwrite(production, 4, cells, out) != cells) return 2;
  if (fwrite(pathHandling, 8, desks, out) != (size_t)desks || fwrite(pathWaiting, 8, desks, out) != (size_t)desks) return 2;
  fclose(out);
  printf("%.0f\n", (double)(to - from) * 1e6 / CLOCKS_PER_SEC);
  return 0;
}
