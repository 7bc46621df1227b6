/**
 * Where things stand in the one array in which a run works. One array, because every access then knows its bounds and place already, and
 * what belongs to one activity lies together. The files of the loops take these numbers into constants of their own: an imported
 * constant is read from its cell at every use, which made the loops half as fast again.
 */
export const layout = {
  // The array's first places say where its parts begin, and what the loops need to know.
  dynamicAt: 0,
  fixedAt: 1,
  arrowsAt: 2,
  lapsedAt: 3,
  headAt: 4,
  tailAt: 5,
  stackAt: 6,
  prepAt: 7,
  samplesAt: 8,
  floorsAt: 9,
  desksAt: 10,
  horizonAt: 11,
  spreadAt: 12,
  keyAt: 13,
  /** The latest arrival in the lists. */
  lastAt: 14,
  headerSize: 16,

  /** An activity has two records, each of eight places, and is told by where they stand. */
  recordSize: 8,
  recordBits: 3,

  // Put back before every run. A place serves twice where what it held is not needed any more: the fewer, the more stay in the cache.
  startPending: 0,
  /** Once handled: half days waited, and half days handled in the lower 16 bits. */
  spent: 0,
  decisionPending: 1,
  readyAt: 2,
  /** Once filed: the sample that was drawn. */
  sampleAt: 2,
  waitsAt: 3,
  /** What its start and its decision waited for last. */
  cause: 4,
  heldBy: 5,
  /** Once filed: when its floor is over; once handled: when it is decided. */
  decidedAt: 6,
  nextArrival: 7,

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
