import { Decimal } from 'decimal.js'
import { sqmFromMu } from '../../../kernel/area.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import { findLead, leadsOfProject, withMerged } from '../../promotion/server/api.ts'
import { Needs } from '../contract/needs.ts'
import type { Pick, Picks } from '../contract/pick.ts'
import { mayPick } from '../domain/pick.ts'
import type { StoredPick } from './table.ts'

/** Whose short list: a lead's, or a project's with what its leads brought. */
export interface Subject {
  readonly of: 'lead' | 'project'
  readonly subject: string
}

export async function readPicks(db: Database, context: RequestContext, asked: Subject): Promise<Picks> {
  const zoneId = zoneOf(context).id
  const mayPickAtAll = context.caller.permissions.has('sites.pick')
  const { needs, open } = await needsOf(db, zoneId, asked)
  const rows = await listRows(db, zoneId, asked)
  return { needs, picks: rows.map((row) => pickView(row, mayPickAtAll)), mayKeep: mayPickAtAll && open }
}

/** Chosen first, dropped last, then the better match. */
export async function listRows(db: Database, zoneId: string, asked: Subject): Promise<readonly StoredPick[]> {
  const leads =
    asked.of === 'lead' ? await withMerged(db, zoneId, asked.subject) : await leadsOfProject(db, zoneId, asked.subject)
  const all = db.selectFrom('sites.picks').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  const own = asked.of === 'project' ? await all.where('project_id', '=', asked.subject).orderBy('id').execute() : []
  const brought = leads.length === 0 ? [] : await all.where('lead_id', 'in', leads).orderBy('id').execute()
  const order = { chosen: 0, kept: 1, dropped: 2 }
  return [...brought, ...own].sort((a, b) => order[a.state] - order[b.state] || b.score - a.score)
}

/** What the lead or the project says of its needs already: nothing is typed twice. */
async function needsOf(db: Database, zoneId: string, { of, subject }: Subject) {
  if (of === 'project') {
    const { basis, investmentYuan, condition } = await getProject(db, zoneId, subject)
    const ha = basis?.facts.landAreaHa
    const area = typeof ha === 'number' && ha > 0 ? { kind: 'land', areaMinSqm: Math.round(ha * 10_000) } : {}
    return { needs: Needs.parse({ ...area, ...wanOf(investmentYuan) }), open: condition !== 'withdrawn' }
  }
  const lead = await findLead(db, zoneId, subject)
  const area =
    lead.landMu !== null && lead.landMu > 0 ? { kind: 'land', areaMinSqm: Number(sqmFromMu(lead.landMu)) } : {}
  const needs = Needs.parse({ ...area, industryCode: lead.industryCode, ...wanOf(lead.investmentYuan) })
  return { needs, open: lead.stage === 'lead' || lead.stage === 'talks' || lead.stage === 'signed' }
}

function wanOf(yuan: string | null) {
  return { investmentWan: yuan === null ? null : new Decimal(yuan).div(10_000).toNumber() }
}

function pickView(row: StoredPick, may: boolean): Pick {
  return {
    ...{ id: row.id, version: row.version, kind: row.site_kind, siteId: row.site_id, name: row.name },
    ...{ state: row.state, standing: row.standing, score: row.score, reasons: [...row.reasons] },
    ...{ keptOn: row.kept_on, note: row.note },
    may: { choose: may && mayPick(row.state, 'choose'), drop: may && mayPick(row.state, 'drop') },
  }
}
