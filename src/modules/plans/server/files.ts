import type { FileAnswer } from '../../../kernel/endpoint.ts'
import type { Language } from '../../../kernel/label.ts'
import { inZone } from '../../../platform/database.ts'
import { paperFoot } from '../../../platform/documents/paper-foot.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { getZone, zoneCalendar } from '../../zones/server/api.ts'
import type { Plan } from '../contract/plan.ts'
import type { PlanRequest } from '../contract/request.ts'
import { namesOf, type PlanNames } from '../domain/lists/names.ts'
import { planOf } from '../domain/plan.ts'
import { buildPlanDocument } from './document.ts'
import { buildPlanSheet, type ExportContext, planTitle } from './sheet.ts'

type ExportRequest = PlanRequest & { readonly language: Language }
type Build = (plan: Plan, names: PlanNames, context: ExportContext) => Promise<Uint8Array>

/** Handler of plans.planSheet: computes the plan again and writes its lists as a workbook. */
export function answerSheet(db: Database, request: ExportRequest, { now }: RequestContext): Promise<FileAnswer> {
  return fileOf(db, request, { now, build: buildPlanSheet, ending: 'xlsx' })
}

/** Handler of plans.planDocument: the same lists as a Word document. */
export function answerDocument(db: Database, request: ExportRequest, { now }: RequestContext): Promise<FileAnswer> {
  return fileOf(db, request, { now, build: buildPlanDocument, ending: 'docx' })
}

interface Making {
  readonly now: Date
  readonly build: Build
  readonly ending: 'xlsx' | 'docx'
}

async function fileOf(db: Database, request: ExportRequest, { now, build, ending }: Making): Promise<FileAnswer> {
  const { compiled, catalogue, fees, version } = await currentCatalogue(db)
  const plan = planOf(compiled, { ...request, calendar: await zoneCalendar(db, request.zone) })
  const place = request.zone === undefined ? null : await getZone(db, request.zone)
  const zone = place?.name ?? null
  const foot = place && (await inZone(db, place.id, (zoned) => paperFoot(zoned, place)))
  const on = now.toISOString().slice(0, 10)
  const { facts, changes, language } = request
  const context = { zone, version, facts, changes, on, language, now, foot }
  const bytes = await build(plan, namesOf(catalogue, fees), context)
  const fileName = [zone?.[language], planTitle[language], on].filter(Boolean).join('-')
  return { fileName: `${fileName}.${ending}`, bytes }
}
