import type { Asked } from './ask.ts'

/** What a run has seen. */
export interface Tally {
  readonly add: (asked: Asked) => void
  readonly findings: readonly string[]
  /** Doors that have answered 2xx. */
  readonly reached: ReadonlySet<string>
  /** Share of the requests that got past sign-in and permission. */
  readonly past: () => number
  readonly report: () => string
}

export function tally(): Tally {
  const byStatus = new Map<number, number>()
  const byCode = new Map<string, number>()
  const reached = new Set<string>()
  const told = new Set<string>()
  const findings: string[] = []
  let all = 0
  let past = 0
  return {
    add({ door, who, answer, sent }) {
      const { status, body } = answer
      all += 1
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
      const code = (body as { code?: string } | null)?.code ?? ''
      byCode.set(code, (byCode.get(code) ?? 0) + 1)
      if (!stopped(who, status, code)) past += 1
      if (status >= 200 && status < 300) reached.add(door.name)
      if (status < 500 && door.statuses.has(String(status))) return
      // One finding a door and status is enough to mend it.
      const key = `${door.name} ${status}`
      if (told.has(key)) return
      told.add(key)
      findings.push(`${key} ${code} as ${who}: ${sent}`)
    },
    findings,
    reached,
    past: () => past / all,
    report: () => {
      const statuses = [...byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
      return `${all} requests, ${Math.round((past / all) * 100)} % past permission, ${reached.size} doors gave a 2xx; ${statuses.join(', ')}`
    },
  }
}

/** Sign-in and permission are asked before the input is read; of another zone everything is unknown. */
function stopped(who: string, status: number, code: string): boolean {
  if (status === 401) return true
  if (status === 403) return code.startsWith('access.')
  return status === 404 && who.startsWith('elsewhere')
}
