/** When an owed paper (容缺材料) must be there: with the decision, before another matter starts, or N working days after filing. */
export type SupplyBy =
  | { readonly kind: 'decision' }
  | { readonly kind: 'matter'; readonly matter: string }
  | { readonly kind: 'workdays'; readonly days: number }

/** Reads `decision`, `matter:CODE`, `workdays:N`; null when it is none of them. */
export function parseSupplyBy(text: string | undefined): SupplyBy | null {
  if (text === 'decision') return { kind: 'decision' }
  const [, kind, rest] = /^(matter|workdays):(.+)$/.exec(text ?? '') ?? []
  if (kind === 'matter' && rest) return { kind, matter: rest }
  if (kind === 'workdays' && rest && /^\d+(\.5)?$/.test(rest)) return { kind, days: Number(rest) }
  return null
}
