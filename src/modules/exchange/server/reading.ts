import type { Database } from '../../../platform/module.ts'
import { externalCasesIn } from '../../cases/server/api.ts'
import type {} from '../../cases/server/table.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { CodeKind } from '../contract/rows.ts'
import type { LocalCase } from '../domain/conflicts.ts'
import { type Reading, stateOfCode } from '../domain/fold.ts'
import type { RemoteEvent } from '../domain/read-row.ts'
import type {} from './table.ts'

/** Everything of a zone that an exchange is read with. */
export interface Zoned {
  readonly reading: Reading
  readonly events: readonly RemoteEvent[]
  readonly local: readonly LocalCase[]
  readonly projects: ReadonlyMap<string, { readonly name: string; readonly code: string | null }>
  readonly matters: ReadonlyMap<string, { readonly zh: string; readonly en: string }>
}

export async function readZone(db: Database, zoneId: string): Promise<Zoned> {
  const projects = await db
    .selectFrom('projects.projects')
    .select(['id', 'name', 'national_code'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const { catalogue } = await currentCatalogue(db)
  const matters = new Map(catalogue.matters.map(({ code, name_zh, name_en }) => [code, { zh: name_zh, en: name_en }]))
  const codes = await db
    .selectFrom('exchange.codes')
    .select(['kind', 'code', 'target'])
    .where('zone_id', '=', zoneId)
    .execute()
  const mapped = new Map(codes.map(({ kind, code, target }) => [`${kind} ${code}`, target]))
  const byCode = new Map(
    projects.flatMap(({ id, national_code }) => (national_code === null ? [] : [[national_code, id]])),
  )
  const meant = (kind: CodeKind, code: string) => mapped.get(`${kind} ${code}`) ?? code
  return {
    projects: new Map(projects.map(({ id, name, national_code }) => [id, { name, code: national_code }])),
    matters,
    events: await readEvents(db, zoneId),
    local: await localCases(db, zoneId),
    reading: {
      project: (code) => byCode.get(meant('project', code)),
      matter: (code) => (matters.has(meant('matter', code)) ? meant('matter', code) : undefined),
      state: (code) => stateOfCode(meant('state', code)),
    },
  }
}

async function readEvents(db: Database, zoneId: string): Promise<RemoteEvent[]> {
  const rows = await db
    .selectFrom('exchange.events')
    .select(['project_code', 'matter_code', 'instance', 'state_code', 'happened_at', 'note'])
    .where('zone_id', '=', zoneId)
    .execute()
  return rows.map((row) => ({
    ...{ projectCode: row.project_code, matterCode: row.matter_code, instance: row.instance },
    ...{ stateCode: row.state_code, at: row.happened_at.toISOString(), note: row.note },
  }))
}

/** Of each project and matter the latest case. */
async function localCases(db: Database, zoneId: string): Promise<LocalCase[]> {
  const rows = await db
    .selectFrom('cases.cases')
    .select(['id', 'project_id', 'matter', 'state', 'last_on', 'decided_on'])
    .distinctOn(['project_id', 'matter'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('project_id')
    .orderBy('matter')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, projectId: row.project_id, matter: row.matter },
    ...{ state: row.state, on: row.last_on, decidedOn: row.decided_on },
  }))
}

export function externalRows(db: Database, zoneId: string) {
  return externalCasesIn(db, zoneId).orderBy('told_at', 'desc').orderBy('id').limit(200).execute()
}
