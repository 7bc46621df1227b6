/** A statement is prepared when it comes for the third time. */
const preparedFrom = 3
/** Every connection keeps its own plans of them. */
const mostPrepared = 256
const mostCounted = 2_000

/** PostgreSQL: the columns have changed since it was prepared; it is not there any more. */
const outdated = new Set(['0A000', '26000'])

/**
 * Which statements are prepared, under which name. One with a list among its values is not: how many lie in it, and how common they are,
 * decides on the best plan.
 */
export class StatementNames {
  readonly #seen = new Map<string, number>()
  readonly #named = new Map<string, string>()
  readonly #never = new Set<string>()
  #last = 0

  /** Undefined: it goes unprepared. */
  nameFor(sql: string, values: readonly unknown[]): string | undefined {
    if (values.length === 0) return undefined
    const known = this.#named.get(sql)
    if (known !== undefined) return known
    if (this.#named.size >= mostPrepared || this.#never.has(sql) || values.some(Array.isArray)) return undefined
    const times = (this.#seen.get(sql) ?? 0) + 1
    if (times < preparedFrom) {
      if (this.#seen.size >= mostCounted) this.#seen.clear()
      this.#seen.set(sql, times)
      return undefined
    }
    this.#seen.delete(sql)
    const name = `luodi_${++this.#last}`
    this.#named.set(sql, name)
    return name
  }

  /** A statement that the database no longer takes as it was prepared goes unprepared from then on. */
  failed(sql: string, error: unknown): void {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    if (!outdated.has(code)) return
    this.#never.add(sql)
    this.#named.delete(sql)
  }
}
