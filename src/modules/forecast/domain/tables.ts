import type { NetworkMatter } from '../../plans/contract/network.ts'
import type { ForecastRules } from '../contract/rules.ts'
import { calendarDayEnds, type HalfDays } from './axis.ts'
import { assumedPool, halves, remaining, type Sample } from './pools.ts'

/** Rows that many activities share, each made once: preparations, pools of samples, floors in calendar days. */
export class Tables {
  readonly prepValues: number[] = []
  readonly samples: Sample[] = []
  readonly floors: Int32Array[] = []
  readonly #rows = new Map<string, number>()
  readonly #measured: ReadonlyMap<string, readonly Sample[]>
  readonly #rules: Pick<ForecastRules, 'spread'>

  constructor(measured: ReadonlyMap<string, readonly Sample[]>, rules: Pick<ForecastRules, 'spread'>) {
    this.#measured = measured
    this.#rules = rules
  }

  prep(days: number): number {
    return this.#row(`prep ${days}`, () => {
      const first = this.prepValues.length
      this.prepValues.push(...this.#rules.spread.preparation.map((factor) => halves(days * factor)))
      return first
    })
  }

  /** Where the pool of a matter begins, and how many samples it has; `elapsed` half days of a case that is filed already. */
  pool(matter: NetworkMatter, elapsed: number | null): { readonly first: number; readonly count: number } {
    const measured = this.#measured.get(matter.code)
    const name = measured ? matter.code : JSON.stringify([matter.limit, matter.lasts])
    const whole = measured ?? assumedPool(matter, this.#rules)
    const pool = elapsed === null ? whole : remaining(whole, elapsed)
    const first = this.#row(`pool ${name} ${elapsed}`, () => {
      const at = this.samples.length
      this.samples.push(...pool)
      return at
    })
    return { first, count: pool.length }
  }

  /** The row of a floor in calendar days, by filing day. */
  floor(axis: HalfDays, calendarDays: number, days: number): number {
    return this.#row(`floor ${calendarDays}`, () => this.floors.push(calendarDayEnds(axis, calendarDays, days)) - 1)
  }

  #row(key: string, make: () => number): number {
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = make()
    this.#rows.set(key, row)
    return row
  }
}
