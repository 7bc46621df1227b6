import { z } from 'zod'
import { filterOps } from './record-list.ts'

/** Beside the ways of a plain filter: none of these values. A record without a value is neither one nor the other. */
export const whereOps = [...filterOps, 'not'] as const
export type WhereOp = (typeof whereOps)[number]

const longestValue = 2_000
const mostTerms = 20

/** One condition: field, way, value as an address carries it (several parted by commas for `in` and `not`). */
const Leaf = z.tuple([z.string().max(60), z.enum(whereOps), z.string().max(longestValue)])
const leaves = z.array(Leaf).min(1).max(mostTerms)
const Inner = z.union([z.strictObject({ all: leaves }), z.strictObject({ any: leaves })])
const terms = z
  .array(z.union([Leaf, Inner]))
  .min(1)
  .max(mostTerms)

/**
 * Conditions that hold all together or any of them, each a condition or one group of conditions: what `where` of a list holds as JSON,
 * `{"all":[["status","in","idle,closed"],{"any":[["name","contains","食品"],["scale","eq","large"]]}]}`.
 */
const Where = z.union([z.strictObject({ all: terms }), z.strictObject({ any: terms })])
export type Where = z.infer<typeof Where>
export type WhereLeaf = z.infer<typeof Leaf>
export type WhereGroup = z.infer<typeof Inner>
export type WhereTerm = WhereLeaf | WhereGroup

/** The conditions in a text; null when it holds none of this form. */
export function readWhere(text: string): Where | null {
  try {
    return Where.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function writeWhere(where: Where): string {
  return JSON.stringify(where)
}

export function isLeaf(term: WhereTerm): term is WhereLeaf {
  return Array.isArray(term)
}

/** What joins the terms, and the terms. */
export function termsOf<T extends Where | WhereGroup>(
  where: T,
): { readonly joint: 'all' | 'any'; readonly terms: readonly WhereTerm[] } {
  return 'all' in where ? { joint: 'all', terms: where.all } : { joint: 'any', terms: where.any }
}

/** The ways in which conditions may ask for a field, from those in which a list is narrowed by it. */
export function whereOpsOf(filters: readonly string[]): readonly WhereOp[] {
  const plain = filterOps.filter((op) => filters.includes(op))
  return filters.includes('in') ? [...plain, 'not'] : plain
}
