import { sql } from 'kysely'
import { inZone } from '../../src/platform/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { record, recordMany } from '../../src/platform/journal/record.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { testContext } from '../../test/support/accounts.ts'

/** A department, written as the product writes one; with so many events; with none, as if there were no journal. */
export async function write(db: Database, zone: ZoneRef, events: number): Promise<string> {
  const now = new Date()
  const id = newId(now)
  const name = `测试部门 ${id}`
  await inZone(db, zone.id, async (zoned) => {
    await sql`insert into organisation.departments (zone_id, id, version, created_at, created_by, updated_at, updated_by, archived_at,
      search_text, name) values (${zone.id}, ${id}, 1, ${now}, 'bench', ${now}, 'bench', null, ${name}, ${name})`.execute(
      zoned,
    )
    const told = {
      subjectKind: 'organisation.department',
      subjectId: id,
      action: 'create',
      before: null,
      after: { name },
    }
    if (events === 1) await record(zoned, testContext(now, zone), told)
    else await recordMany(zoned, testContext(now, zone), Array(events).fill(told))
  })
  return id
}
