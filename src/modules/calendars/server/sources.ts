import type { Day } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { clockKindLabels } from '../../cases/contract/clock.ts'
import { planOfProject, type WatchedCase, watchCases } from '../../cases/server/api.ts'
import { listOwedAnswers } from '../../followups/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject, type ProjectRef } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Entry } from '../domain/entry.ts'
import type { EntryRow } from './table.ts'

/** An entry with whose calendar it stands in. */
export type OwnedEntry = Entry & Pick<EntryRow, 'project_id' | 'case_handler_id' | 'to_id' | 'issuer_id' | 'internal'>

const nobodys = { case_handler_id: null, to_id: null, issuer_id: null, internal: false }

/** Everything of a project that has a day: planned matters, milestones, days of its cases and of owed papers. */
export async function entriesOfProject(db: Database, context: RequestContext, id: string): Promise<OwnedEntry[]> {
  const project = await getProject(db, zoneOf(context).id, id).catch(() => null)
  if (project === null) return []
  const cases = await watchCases(db, context, id)
  return [...cases.flatMap((one) => entriesOfCase(project, one)), ...(await plannedEntries(db, context, project))]
}

function entriesOfCase(project: ProjectRef, one: WatchedCase): OwnedEntry[] {
  const own = { ...nobodys, project_id: project.id, case_handler_id: one.handlerId, link: `/cases/${one.id}` }
  return one.clocks.flatMap((clock) => {
    if (clock.dueOn === null) return []
    const { zh, en } = clockKindLabels[clock.kind]
    const key = `case:${one.id}:${clock.kind}:${clock.ref ?? ''}`
    const text = {
      zh: `${project.name} · ${one.matter.zh} · ${zh}到期`,
      en: `${project.name} · ${one.matter.en} · ${en} due`,
    }
    // An opinion is owed by the department that was asked: it stands in the calendars of its people too.
    const asked = clock.kind === 'opinion' && clock.ref !== null ? { to_id: clock.ref } : {}
    return [{ ...own, ...asked, key, on: clock.dueOn, text }]
  })
}

const milestones = {
  contract: { zh: '签出让合同', en: 'Land contract' },
  permit: { zh: '取得施工许可', en: 'Construction permit' },
  jointAccept: { zh: '联合验收', en: 'Joint acceptance' },
  production: { zh: '投产', en: 'Production' },
} as const

/** Days that the running plan gives to milestones and to matters that are still to end. */
async function plannedEntries(db: Database, context: RequestContext, project: ProjectRef): Promise<OwnedEntry[]> {
  if (project.basis === null) return []
  const { plan, catalogueVersionId } = await planOfProject(db, context, { zone: zoneOf(context).code, id: project.id })
  const { compiled } = await pinnedCatalogue(db, catalogueVersionId)
  const calendar = await zoneCalendar(db, zoneOf(context).code)
  const today = legalDayOf(context.now)
  const own = { ...nobodys, project_id: project.id, link: `/projects/${project.id}` }
  const dayAt = (offset: number): Day => addWorkdays(calendar, plan.dayZero, Math.ceil(offset))
  const stones = Object.entries(milestones).flatMap(([name, { zh, en }]) => {
    const offset = plan.milestones[name as keyof typeof milestones]
    if (offset === null) return []
    const text = { zh: `◆ ${project.name} · ${zh}`, en: `◆ ${project.name} · ${en}` }
    return [{ ...own, key: `milestone:${project.id}:${name}`, on: dayAt(offset), text }]
  })
  const matters = plan.matters.flatMap(({ code, applies, finishDate }) => {
    if (applies !== true || !finishDate || finishDate < today) return []
    const found = compiled.matters.find(({ matter }) => matter.code === code)?.matter
    const name = { zh: found?.name_zh ?? code, en: found?.name_en ?? code }
    const text = { zh: `${project.name} · 计划办结 ${name.zh}`, en: `${project.name} · planned: ${name.en}` }
    return [{ ...own, key: `matter:${project.id}:${code}`, on: finishDate, text }]
  })
  return [...stones, ...matters]
}

/** Reply dates of all orders that are owed an answer. */
export async function entriesOfOrders(db: Database, context: RequestContext): Promise<OwnedEntry[]> {
  const owed = await listOwedAnswers(db, context)
  return owed.flatMap(({ id, task, dueOn, toId, issuerId, projectId }) =>
    dueOn === null
      ? []
      : [
          {
            ...{ key: `order:${id}`, on: dueOn, text: { zh: `督办：${task}`, en: `Follow-up: ${task}` } },
            ...{ link: `/follow-ups?id=${id}`, project_id: projectId, case_handler_id: null },
            ...{ to_id: toId, issuer_id: issuerId, internal: true },
          },
        ],
  )
}
