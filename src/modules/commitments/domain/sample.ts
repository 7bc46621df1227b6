/** A commitment that may be drawn, with the rate that the credit of its enterprise asks for. */
export interface Candidate {
  readonly id: string
  /** 0 to 100. */
  readonly percent: number
}

/**
 * Draws a sample for checks afterwards (国办发〔2020〕42号: 事中事后核查，按信用分级; random draw as in 双随机): of all with one rate so many
 * per cent, rounded up, those whose number by the seed is least. The same seed and population give the same sample in whatever order they stand.
 */
export function drawSample(candidates: readonly Candidate[], seed: string): string[] {
  const byRate = Map.groupBy(candidates, ({ percent }) => percent)
  const drawn = [...byRate].flatMap(([percent, group]) => {
    const wanted = Math.ceil((group.length * percent) / 100)
    const ranked = group.map(({ id }) => ({ id, rank: numberOf(`${seed}:${id}`) }))
    ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    return ranked.slice(0, wanted).map(({ id }) => id)
  })
  return drawn.sort()
}

const half = 16

/** A number of 53 bits from a text, evenly spread (cyrb53, public domain): anybody can compute it again with pen and program. */
function numberOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> half), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> half), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
