import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import type { LeadStage } from '../contract/words.ts'
import { type FoundFlag, flagsOf } from '../domain/flag-clause.ts'
import { clauseRules } from './clause-rules.ts'
import { getLeadRow, mergedInto } from './store.ts'

/** A lead as other modules need it. Null: not known yet. */
export interface LeadRef {
  readonly id: string
  readonly name: string
  readonly stage: LeadStage
  readonly landMu: number | null
  readonly industryCode: string | null
  readonly investmentYuan: string | null
  /** After the hand-over. */
  readonly projectId: string | null
  readonly sample: boolean
}

/** The lead of this id, not archived; 404 otherwise. `lock` holds it until the transaction ends. Needs the zone's context. */
export async function findLead(db: Database, zoneId: string, id: string, lock = false): Promise<LeadRef> {
  const row = await getLeadRow(db, zoneId, id, lock)
  return {
    ...{ id: row.id, name: row.name, stage: row.stage, industryCode: row.industry_code, sample: row.sample },
    ...{ landMu: row.land_mu === null ? null : Number(row.land_mu), investmentYuan: row.investment_yuan },
    projectId: row.project_id,
  }
}

/** This lead and those that were merged into it. Needs the zone's context. */
export async function withMerged(db: Database, zoneId: string, id: string): Promise<string[]> {
  return [id, ...(await mergedInto(db, zoneId, id))]
}

/** Ids of the leads that were handed over as this project, with those merged into them. Needs the zone's context. */
export async function leadsOfProject(db: Database, zoneId: string, projectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('promotion.leads')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  const all: string[] = []
  for (const { id } of rows) all.push(...(await withMerged(db, zoneId, id)))
  return all
}

/** What a clause is pointed at for by the rules of fair competition in force on a day; a question to a person, never a finding. */
export function clauseFlags(words: string, day: Day): readonly FoundFlag[] {
  return flagsOf(words, clauseRules(), day)
}
