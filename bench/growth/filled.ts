import type pg from 'pg'
import { openDatabase } from '../../src/platform/database.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { type SignedInAs, signedInAs } from '../../test/support/accounts.ts'
import { makeZones } from '../load/zones.ts'
import type { EnterpriseRow } from '../world/generate.ts'
import { afterwards, loadEnterprises } from '../world/load.ts'
import { type World, withOwner } from '../world/postgres.ts'
import { loadProjects } from '../world/projects.ts'

/** A zone of a world that grows: one of its officers, and what is asked of it. */
export interface GrowingZone extends ZoneRef {
  readonly officer: SignedInAs
  readonly projects: readonly string[]
  /** Of its enterprises about one in thirty, at least twenty: those that are asked for. */
  readonly known: EnterpriseRow[]
}

const projectsOfAll = 1_600
const atOnce = 20_000
const oneIn = 30
const atLeast = 20

/** So many zones with an officer and projects each, and no enterprise yet. */
export async function emptyZones({ ownerUrl, appUrl }: World, count: number): Promise<readonly GrowingZone[]> {
  const db = openDatabase({ url: appUrl })
  try {
    return await withOwner(ownerUrl, async (owner) => {
      const zones: GrowingZone[] = []
      for (const [n, zone] of (await makeZones(owner, count)).entries()) {
        const officer = await signedInAs(db, { zone: zone.code, roles: ['officer'] })
        const projects = await loadProjects(owner, zone.id, projectsOfAll / count, n + 1)
        zones.push({ ...zone, officer, projects, known: [] })
      }
      return zones
    })
  } finally {
    await db.destroy()
  }
}

/** Grows from `from` enterprises to `to` over all zones: rows, events, keys and search entries as the product writes them, in bulk. */
export async function grow(
  { ownerUrl }: World,
  zones: readonly GrowingZone[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await owner.query(`set maintenance_work_mem = '1GB'`)
    await afterwards(owner, async () => {
      const each = (to - from) / zones.length
      for (const [n, zone] of zones.entries()) {
        await fill(owner, zone, { from: Math.round(from + n * each), to: Math.round(from + (n + 1) * each) })
      }
    })
  })
}

async function fill(owner: pg.Client, { id, known }: GrowingZone, { from, to }: { from: number; to: number }) {
  for (let start = from; start < to; start += atOnce) {
    const count = Math.min(atOnce, to - start)
    const rows = await loadEnterprises(owner, { zone: id, count, from: start, personal: false })
    await writeEvents(owner, id, rows)
    known.push(...rows.filter((_, n) => n % oneIn === 0 || n < atLeast))
  }
}

/** That each was created, as the journal has it. */
async function writeEvents(owner: pg.Client, zone: string, rows: readonly EnterpriseRow[]): Promise<void> {
  await owner.query(
    `insert into journal.events (zone_id, id, created_at, created_by, happened_at, actor_name, request_id, subject_kind, subject_id, action, after, tx)
     select $1, id, created_at, created_by, created_at, '示例人员', 'growth', 'enterprises.enterprise', id, 'create',
       jsonb_build_object('name', name, 'uscc', uscc, 'status', status, 'scale', scale, 'registeredAddress', registered_address),
       pg_current_xact_id()
     from enterprises.enterprises where zone_id = $1 and id = any($2::uuid[])`,
    [zone, rows.map((row) => row.id)],
  )
}
