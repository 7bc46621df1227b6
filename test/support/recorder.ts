import type pg from 'pg'
import { listZonedTables } from '../../src/platform/linter/lint.ts'
import { statementFaults } from '../../src/platform/linter/statements.ts'

/**
 * Remembers every kind of statement that a database was sent, hundreds of thousands of a few thousand kinds, and tells which of them do not
 * say the zone of a zoned table. National tables are those whose comment says so.
 */
export function statementRecorder() {
  const statements = new Set<string>()
  return {
    onStatement: (sql: string) => void statements.add(sql),
    faults: async (owner: pg.ClientBase): Promise<string[]> => {
      const zoned = await listZonedTables(owner)
      return [...statements].flatMap((sql) => statementFaults(sql, zoned))
    },
  }
}
