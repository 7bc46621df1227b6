import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import catalogue from '../../data/catalogue/matters.json' with { type: 'json' }
import { type DemoData, loadDemo } from '../../src/cli/demo/data.ts'
import { isEmpty } from '../../src/cli/demo/first-run.ts'
import { organisationCodeFits } from '../../src/kernel/organisation-code.ts'
import { isUscc } from '../../src/kernel/uscc.ts'
import { caseStates } from '../../src/modules/cases/contract/state.ts'
import { commitmentStates } from '../../src/modules/commitments/contract/steps.ts'
import { inZone } from '../../src/platform/database.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { seedDemo, startDemo } from '../support/demo.ts'

const demo = startDemo()
const data: DemoData = await loadDemo()
const kinds = [...registryOf(await loadModules()).values()]
const tables = [...kinds.map(({ table }) => table), 'cases.cases', 'commitments.commitments']

/** What is no sample: four delegated matters whose office the catalogue itself names as the zone's own. */
const real: Readonly<Record<string, number>> = { 'linyi catalogue.delegated_matters': 4 }

/** Rows of a table in a zone, all and those marked as samples. */
async function counts(code: string, table: string): Promise<{ all: number; samples: number }> {
  const zone = (await demo().zones()).find((one) => one.code === code)
  if (!zone) throw new Error(`no ${code}`)
  return inZone(demo().db, zone.id, async (db) => {
    const { rows } = await sql<{ all: number; samples: number }>`select count(*)::int as all,
      count(*) filter (where sample)::int as samples from ${sql.table(table)} where zone_id = ${zone.id}`.execute(db)
    return rows[0] ?? { all: 0, samples: 0 }
  })
}

/** Cases that parts of the demo file: joint applications, and those of law.json that have a day of their own (others go on with one that is there). */
function filedInParts(code: string): number {
  const { bundles } = partOf<{ bundles?: { matters: string[] }[] }>(code, 'writs')
  const { cases } = partOf<{ cases?: { on?: number }[] }>(code, 'law')
  return (
    (bundles ?? []).flatMap(({ matters }) => matters).length + (cases ?? []).filter(({ on }) => on !== undefined).length
  )
}

/** Enterprises that only this part of the demo knows. */
function ownEnterprisesOf(code: string, part: string): number {
  return (partOf<{ enterprises: unknown[] }>(code, part).enterprises ?? []).length
}

/** Enterprises that came as lessees. */
function lesseesOf(code: string): number {
  return (partOf<{ lessees: unknown[] }>(code, 'leases').lessees ?? []).length
}

/** Leads that became an enterprise and a signed project. */
function handedOver(code: string) {
  const { progress } = partOf<{ progress: { handOver?: number; talks?: { rounds: unknown[] } }[] }>(code, 'promotion')
  return (progress ?? []).filter(({ handOver }) => handOver !== undefined)
}

function portfolioOf(code: string) {
  return partOf<{ projects: { days: Record<string, string> }[] }>(code, 'portfolio').projects ?? []
}

/** A start is proved by permit and photo, a production by acceptance and statistics; every other stage by one file. */
function filesAt(stage: string): number {
  return stage === 'started' || stage === 'production' ? 2 : 1
}

function partOf<T>(code: string, part: string): Partial<T> {
  const file = `data/demo/zones/${code}/${part}.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : {}
}

async function everything(): Promise<Record<string, number>> {
  const journal = ['journal.events', 'access.memberships', 'cases.actions', 'demo.acts']
  const found: Record<string, number> = {}
  for (const { id, code } of await demo().zones()) {
    for (const table of [...tables, ...journal]) {
      found[`${code} ${table}`] = await inZone(demo().db, id, async (db) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from ${sql.table(table)} where zone_id = ${id}`.execute(db)
        return rows[0]?.n ?? 0
      })
    }
  }
  return found
}

describe('the demo', () => {
  it('holds what its files declare', async () => {
    const { departments, people } = data.organisation
    for (const [code, script] of data.zones) {
      if (code !== 'linyi' && code !== 'qixian') continue
      const declared = {
        'organisation.departments': departments.length,
        'organisation.people': people.length,
        'organisation.duties': departments.flatMap(({ authorities }) => authorities).length,
        'organisation.teams': script.teams.length,
        'enterprises.enterprises':
          script.enterprises.length + ownEnterprisesOf(code, 'chains') + lesseesOf(code) + handedOver(code).length,
        'projects.projects': script.projects.length + portfolioOf(code).length + handedOver(code).length,
        'projects.evidence':
          script.projects.flatMap(({ stages }) => stages.flatMap(({ evidence }) => evidence)).length +
          portfolioOf(code).reduce(
            (sum, { days }) => sum + Object.keys(days).reduce((n, at) => n + filesAt(at), 0),
            0,
          ) +
          // The agreement, and each round of talks.
          handedOver(code).reduce((sum, { talks }) => sum + 1 + (talks?.rounds.length ?? 0), 0),
        'cases.cases': script.projects.flatMap(({ cases }) => cases).length + filedInParts(code),
      }
      for (const [table, all] of Object.entries(declared)) expect((await counts(code, table)).all, table).toBe(all)
    }
  })

  it('marks every record as a sample', async () => {
    for (const code of ['linyi', 'qixian']) {
      for (const table of tables) {
        const { all, samples } = await counts(code, table)
        expect(all - samples, `${code} ${table}`).toBe(real[`${code} ${table}`] ?? 0)
      }
    }
  })

  it('has a case in every national state, and a commitment in every state', async () => {
    const zone = (await demo().zones()).find(({ code }) => code === 'linyi')
    if (!zone) throw new Error('no linyi')
    await inZone(demo().db, zone.id, async (db) => {
      const cases = await db
        .selectFrom('cases.cases')
        .select('state')
        .distinct()
        .where('zone_id', '=', zone.id)
        .execute()
      expect(cases.map(({ state }) => state).sort()).toEqual([...caseStates].sort())
      const promised = await db
        .selectFrom('commitments.commitments')
        .select('state')
        .distinct()
        .where('zone_id', '=', zone.id)
        .execute()
      expect(promised.map(({ state }) => state).sort()).toEqual([...commitmentStates].sort())
    })
  })

  it('answers for every authority that the catalogue names', () => {
    const answered = new Set(data.organisation.departments.flatMap(({ authorities }) => authorities))
    const named = new Set(catalogue.matters.map(({ authority }) => authority))
    expect([...named].filter((name) => !answered.has(name))).toEqual([])
    expect(named.size).toBeGreaterThan(50)
  })

  it('gives enterprises codes that are right and belong to no place', async () => {
    for (const { id } of await demo().zones()) {
      const rows = await inZone(demo().db, id, (db) =>
        db.selectFrom('enterprises.enterprises').select('uscc').where('zone_id', '=', id).execute(),
      )
      for (const { uscc } of rows) {
        expect([uscc?.slice(2, 8), isUscc(uscc ?? ''), organisationCodeFits(uscc ?? '')]).toEqual([
          '000000',
          true,
          true,
        ])
      }
    }
  })

  it('writes into the journal when things happened, none of it in the future and none on the day itself', async () => {
    for (const { id } of await demo().zones()) {
      const { first, last } = await inZone(demo().db, id, (db) =>
        db
          .selectFrom('journal.events')
          .select((eb) => [eb.fn.min('created_at').as('first'), eb.fn.max('created_at').as('last')])
          .where('zone_id', '=', id)
          .where('actor_name', 'not like', 'system%')
          .executeTakeFirstOrThrow(),
      )
      expect(new Date(first).toISOString() < '2026-01-01').toBe(true)
      expect(new Date(last).toISOString() < '2026-11-22T16:00').toBe(true)
    }
  })

  it('built again changes nothing, and an installation with records is not empty', async () => {
    const before = await everything()
    const again = await seedDemo(demo().db, ['linyi', 'qixian'])
    expect(again.every((zone) => !zone.new)).toBe(true)
    expect(await everything()).toEqual(before)
    expect(await isEmpty({ db: demo().db, modules: await loadModules() })).toBe(false)
  })
})
