/**
 * 项目研判 on a weighted sheet. Marks of judges are averaged; from `truncatedFrom` judges on without the highest and the lowest, as
 * incubators are graded (兴文, domain page on zones [P]). What nobody has marked is unknown: then there is no result.
 */
export interface SheetLine {
  readonly code: string
  readonly weight: number
}

export interface GivenMark {
  readonly code: string
  readonly judge: string
  readonly mark: number
}

export interface Evaluated {
  /** By code; null where nobody has marked. */
  readonly marks: ReadonlyMap<string, number | null>
  /** 0 to 100, two places. */
  readonly score: number | null
  readonly judges: number
  readonly missing: readonly string[]
}

/** `given` in the order of time: a judge's latest mark of a criterion counts. */
export function evaluate(lines: readonly SheetLine[], given: readonly GivenMark[], truncatedFrom: number): Evaluated {
  const latest = new Map(given.map((one) => [`${one.code} ${one.judge}`, one]))
  const byCode = Map.groupBy(latest.values(), ({ code }) => code)
  const marks = new Map(
    lines.map(({ code }) => {
      const values = (byCode.get(code) ?? []).map(({ mark }) => mark)
      return [code, values.length === 0 ? null : mean(values, truncatedFrom)]
    }),
  )
  const missing = lines.filter(({ code }) => marks.get(code) === null).map(({ code }) => code)
  const weights = lines.reduce((total, { weight }) => total + weight, 0)
  const sum = lines.reduce((total, { code, weight }) => total + weight * (marks.get(code) ?? 0), 0)
  const known = new Set(lines.map(({ code }) => code))
  const judges = new Set([...latest.values()].filter(({ code }) => known.has(code)).map(({ judge }) => judge)).size
  const score = missing.length > 0 || weights === 0 ? null : Math.round((sum / weights) * 100) / 100
  return { marks, score, judges, missing }
}

function mean(values: readonly number[], truncatedFrom: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const kept = sorted.length >= truncatedFrom && sorted.length > 2 ? sorted.slice(1, -1) : sorted
  return Math.round((kept.reduce((total, value) => total + value, 0) / kept.length) * 100) / 100
}
