/** From the third time on: most texts that vary (a list of another length) are never seen so often. */
const sightings = 3
const textsKept = 2_000
const namesAtMost = 300

/** How the rows of a statement look: its columns in their order, each with what reads its text. */
export type Shape = readonly { readonly name: string; readonly read: (text: string) => unknown }[]

/** A statement that PostgreSQL keeps for one connection. */
export interface Kept {
  readonly name: string
  /** Whether PostgreSQL is known to have it: from its first answer on. */
  known: boolean
  /** Null until its rows were described. It stays as it is: with other columns PostgreSQL refuses the name. */
  shape: Shape | null
}

/** Names of prepared statements on one connection. */
export interface ConnectionNames {
  /** What a text is kept as; undefined: it is sent without a name, as it is not frequent or on its way to be kept. */
  of(text: string): Kept | undefined
  /** It failed before PostgreSQL was known to have it: nobody can tell whether it has, so the name is not used again. */
  drop(text: string): void
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
    const names = new Map<string, Kept>()
    let given = 0
    const isOld = () => own !== schema
    const of = (text: string) => {
      if (isOld()) return undefined
      const kept = names.get(text)
      if (kept) return kept.known ? kept : undefined
      if (given >= namesAtMost || !isFrequent(text)) return undefined
      const named: Kept = { name: `luodi_${given++}`, known: false, shape: null }
      names.set(text, named)
      return named
    }
    return { of, drop: (text) => names.delete(text), spent: () => isOld() || given >= namesAtMost }
  }
  const forget = () => {
    schema++
    seen.clear()
  }
  return { onNewConnection, forget }
}

/** No statement is named: for a pooler that gives every transaction another connection. */
export const nameless: StatementNames = {
  onNewConnection: () => ({ of: () => undefined, drop: () => undefined, spent: () => false }),
  forget: () => undefined,
}
