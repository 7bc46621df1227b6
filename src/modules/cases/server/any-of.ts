import { sql } from 'kysely'

/** One of these ids, as one parameter: however many they are, it is the same statement. */
export function anyOf(ids: Iterable<string>) {
  return sql<string>`any(${[...ids]}::uuid[])`
}
