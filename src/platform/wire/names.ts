/** From the third time on: most texts that vary (a list of another length) are never seen so often. */
const sightings = 3
const textsKept = 2_000
const namesAtMost = 300

/** Names of prepared statements on one connection. */
export interface ConnectionNames {
  /** The name to send a text under; undefined: it is sent without one. */
  of(text: string): string | undefined
  /** Whether the connection should give way to a new one: it has named its fill, or its statements are of an older schema. */
  spent(): boolean
}

export interface StatementNames {
  onNewConnection(): ConnectionNames
  /** Of every connection, what is named is used no more: the schema has changed. */
  forget(): void
}

/**
 * Which texts PostgreSQL is to keep parsed and planned: those that come again and again. Bounded twice: texts that were seen are forgotten, the
 * longest unseen first, and a connection names so many at most.
 */
export function statementNames(): StatementNames {
  const seen = new Map<string, number>()
  let schema = 0
  const isFrequent = (text: string): boolean => {
    const times = (seen.get(text) ?? 0) + 1
    seen.delete(text)
    seen.set(text, times)
    if (seen.size > textsKept) for (const oldest of seen.keys()) return seen.delete(oldest) && false
    return times >= sightings
  }
  const onNewConnection = (): ConnectionNames => {
    const own = schema
    const names = new Map<string, string>()
    const isOld = () => own !== schema
    const of = (text: string) => {
      if (isOld()) return undefined
      const known = names.get(text)
      if (known !== undefined || names.size >= namesAtMost || !isFrequent(text)) return known
      const name = `luodi_${names.size}`
      names.set(text, name)
      return name
    }
    return { of, spent: () => isOld() || names.size >= namesAtMost }
  }
  const forget = () => {
    schema++
    seen.clear()
  }
  return { onNewConnection, forget }
}

/** No statement is named: for a pooler that gives every transaction another connection. */
export const nameless: StatementNames = {
  onNewConnection: () => ({ of: () => undefined, spent: () => false }),
  forget: () => undefined,
}
