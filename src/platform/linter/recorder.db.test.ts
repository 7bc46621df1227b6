import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { freshDatabase } from '../../../test/setup/database.ts'
import { zoneRef } from '../../../test/support/accounts.ts'
import { statementRecorder } from '../../../test/support/recorder.ts'
import { inZone, openDatabase } from '../database.ts'
import type { Database } from '../module.ts'

const national = [
  'access.accounts',
  'access.events',
  'access.sessions',
  'catalogue.publications',
  'journal.signing_keys',
  'matters.catalogue_versions',
  'platform.migrations',
  'zones.calendar_years',
  'zones.zones',
]

/** What the recorder finds in what this work sent. */
async function faultsOf(work: (db: Database, zoneId: string) => Promise<unknown>): Promise<string[]> {
  const { appUrl, ownerUrl } = await freshDatabase()
  const { onStatement, faults } = statementRecorder()
  const db = openDatabase({ url: appUrl, onStatement })
  try {
    const { id } = await zoneRef(db, 'linyi')
    await inZone(db, id, (zoned) => work(zoned, id))
    return await withClient(ownerUrl, faults)
  } finally {
    await db.destroy()
  }
}

it('finds nothing in statements that say their zone, and in those on national tables', async () => {
  const found = faultsOf(async (db, zoneId) => {
    await db.selectFrom('zones.settings').select('id').where('zone_id', '=', zoneId).execute()
    await db.selectFrom('zones.calendar_years').selectAll().execute()
    await sql`select s.id from records.search s where s.zone = ${zoneId}`.execute(db)
  })
  expect(await found).toEqual([])
})

it('finds what does not say it, however it was built, also when row security has let nothing through', async () => {
  const found = await faultsOf(async (db, zoneId) => {
    await db.selectFrom('zones.settings').select('id').execute()
    await sql`select s.id from zones.settings s join zones.calendar_days d on s.zone_id = ${zoneId} and s.zone_id = ${zoneId}`.execute(
      db,
    )
    await sql`select id from records.search where id = ${zoneId}`.execute(db)
  })
  expect(found.map((fault) => fault.split(':')[0])).toEqual([
    'no zone_id for zones.settings',
    'no zone_id for zones.calendar_days',
    'no zone_id for records.search',
  ])
})

it('lets only tables of the ground belong to the whole installation', async () => {
  const { ownerUrl } = await freshDatabase()
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and obj_description(c.oid, 'pg_class') ~ '^reference($|;)' order by 1`,
    ),
  )
  const names = rows.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(national))
  // A module's own tables belong to zones: only the ground that all zones stand on is national.
  expect(names.filter((name) => !/^(access|catalogue|journal|matters|platform|zones)\./.test(name))).toEqual([])
})
