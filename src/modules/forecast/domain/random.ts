/**
 * Random numbers by place instead of by order: the number of a run and an activity is the same whatever was drawn before, so
 * that runs can be compared (common random numbers) and any run can be done again alone. Mixing as in MurmurHash3's finalizer.
 */
export function keyOf(seed: number, run: number): number {
  return mix((seed ^ Math.imul(run + 1, 0x9e3779b9)) | 0)
}

/** 32 random bits, as a signed integer. */
export function draw(key: number, place: number): number {
  return mix((key + Math.imul(place + 1, 0x85ebca77)) | 0)
}

function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
