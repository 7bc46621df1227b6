/** Columns that a kept lead takes over from the one that ends in it, where it has nothing itself. Stage, name and company are its own. */
export const takenOver = [
  'uscc',
  'owner_id',
  'team_id',
  'industry_code',
  'region',
  'investment_yuan',
  'land_mu',
  'parcel',
  'summary',
] as const

type Taken = (typeof takenOver)[number]

/** What the kept lead learns: nothing that it knows is overwritten (数据质量: 以人判定的为准). */
export function filledFrom(
  keep: Readonly<Record<Taken, string | null>>,
  other: Readonly<Record<Taken, string | null>>,
): Partial<Record<Taken, string>> {
  const filled: Partial<Record<Taken, string>> = {}
  for (const name of takenOver) {
    const value = other[name]
    if (keep[name] === null && value !== null) filled[name] = value
  }
  return filled
}
