import type pg from 'pg'
import { legalDayOf } from '../../src/kernel/legal-day.ts'
import { openDatabase } from '../../src/platform/database.ts'
import type { Database, ZoneRef } from '../../src/platform/module.ts'
import { type SignedInAs, signedInAs } from '../../test/support/accounts.ts'
import { loadCases } from '../world/cases.ts'
import type { EnterpriseRow } from '../world/generate.ts'
import { loadEnterprises } from '../world/load.ts'
import { type World, withOwner } from '../world/postgres.ts'

/** A zone with its people and what they work on. */
export interface BusyZone extends ZoneRef {
  readonly officers: readonly SignedInAs[]
  readonly leader: SignedInAs
  readonly enterprises: readonly EnterpriseRow[]
  readonly cases: number
}

export interface Size {
  readonly zones: number
  readonly cases: number
  /** Leaders among them: one a zone. */
  readonly people: number
}

const enterprisesAZone = 1_000

/** `zones` zones of one installation, cases and people spread over them evenly. */
export async function fillZones(world: World, { zones, cases, people }: Size): Promise<readonly BusyZone[]> {
  const db = openDatabase({ url: world.appUrl })
  try {
    return await withOwner(world.ownerUrl, async (owner) => {
      const filled: BusyZone[] = []
      for (const zone of await makeZones(owner, zones)) {
        filled.push(await fill(owner, db, { zone, cases: cases / zones, officers: people / zones - 1 }))
      }
      await owner.query('vacuum analyze')
      return filled
    })
  } finally {
    await db.destroy()
  }
}

/** Zones as the first of the reference data, under codes of their own. */
export async function makeZones(owner: pg.Client, count: number): Promise<readonly ZoneRef[]> {
  await owner.query(
    `with made as (
       insert into zones.zones (id, code, name_zh, name_en, level, province_zh, province_en, county_code, county_name_zh, county_name_en, confidence)
       select gen_random_uuid(), 'load-' || n, '示例开发区' || n, 'Sample zone ' || n, level, province_zh, province_en, county_code, county_name_zh,
         county_name_en, confidence
       from generate_series(1, $1::integer) n, (select * from zones.zones order by code limit 1) z returning id)
     insert into zones.settings (zone_id, id, version, created_at, created_by, updated_at, updated_by, parallel, promised, fast_preparation, deferral,
       pre_review, commitment, standard_land)
     select made.id, gen_random_uuid(), 1, s.created_at, s.created_by, s.updated_at, s.updated_by, s.parallel, s.promised, s.fast_preparation, s.deferral,
       s.pre_review, s.commitment, s.standard_land
     from made, (select * from zones.settings order by zone_id limit 1) s`,
    [count],
  )
  const { rows } = await owner.query<ZoneRef>(`select id, code from zones.zones where code like 'load-%' order by code`)
  return rows
}

async function fill(
  owner: pg.Client,
  db: Database,
  { zone, cases, officers }: { zone: ZoneRef; cases: number; officers: number },
): Promise<BusyZone> {
  const people: SignedInAs[] = []
  for (let n = 0; n < officers; n++) people.push(await signedInAs(db, { zone: zone.code, roles: ['officer'] }))
  const leader = await signedInAs(db, { zone: zone.code, roles: ['leader'] })
  const first = people[0]
  if (!first) throw new Error('a zone without an officer')
  const today = legalDayOf(new Date())
  await loadCases(owner, { zone: zone.id, count: cases, officer: first.accountId, today })
  await handOut(owner, zone, people)
  const filling = { zone: zone.id, count: enterprisesAZone, from: 0, personal: false }
  return { ...zone, officers: people, leader, cases, enterprises: await loadEnterprises(owner, filling) }
}

/** Each officer handles one of twenty open cases, the others are other people's. */
async function handOut(owner: pg.Client, zone: ZoneRef, people: readonly SignedInAs[]): Promise<void> {
  await owner.query(
    `update cases.cases c set handler_id = p.id from unnest($2::uuid[]) with ordinality as p (id, place)
     where c.zone_id = $1 and c.open and abs(hashtext(c.id::text)) % 20 = p.place - 1`,
    [zone.id, people.map(({ accountId }) => accountId)],
  )
}
