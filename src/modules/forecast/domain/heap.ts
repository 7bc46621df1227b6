/**
 * Where things stand in the one array in which a run works. One array, because every access then knows its bounds and place already, and
 * what belongs to one activity lies together. The files of the loops take these numbers into constants of their own: an imported
 * constant is read from its cell at every use, which made the loops half as fast again.
 */
export const layout = {
  // The array's first places say where its parts begin, and what the loops need to know.
  dynamicAt: 0,
  workAt: 1,
  fixedAt: 2,
  arrowsAt: 3,
  lapsedAt: 4,
  headAt: 5,
  tailAt: 6,
  stackAt: 7,
  prepAt: 8,
  samplesAt: 9,
  floorsAt: 10,
  desksAt: 11,
  horizonAt: 12,
  spreadAt: 13,
  keyAt: 14,
  /** The latest arrival in the lists. */
  lastAt: 15,
  headerSize: 16,

  /** An activity has three records, each of eight places, and is told by where they stand. */
  recordSize: 8,
  recordBits: 3,

  // Put back before every run.
  startPending: 0,
  decisionPending: 1,
  readyAt: 2,
  waitsAt: 3,
  /** What its start and its decision waited for last. */
  cause: 4,
  heldBy: 5,

  // Written by every run before it is read.
  sampleAt: 0,
  filedAt: 1,
  decidedAt: 2,
  finishAt: 3,
  handled: 4,
  waited: 5,
  nextArrival: 6,

  // Never changed. Rows, samples and desks are told by where they stand in the array.
  firstArrow: 0,
  endArrow: 1,
  prepFirst: 2,
  poolFirst: 3,
  poolCount: 4,
  deskOf: 5,
  floorRow: 6,
  floorAdd: 7,

  /** A sample is of four places. */
  sampleSize: 4,
  sampleBits: 2,
  sampleBefore: 0,
  sampleHandling: 1,
  sampleAfter: 2,

  /** A desk is of four places: how many cases at once, half days taken off each, and where its places stand. */
  deskSize: 4,
  deskBits: 2,
  deskPlaces: 0,
  deskLess: 1,
  deskFree: 2,
} as const
