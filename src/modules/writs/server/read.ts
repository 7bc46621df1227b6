import type { InputOf } from '../../../kernel/endpoint.ts'
import type { DocumentView } from '../../../platform/documents/contract.ts'
import { fillTemplate } from '../../../platform/documents/fill.ts'
import { findBrowser } from '../../../platform/documents/pdf.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { caseDossier } from '../../cases/server/api.ts'
import type { listDueWrits, listWrits } from '../contract.ts'
import { dueWrits } from '../domain/source-step.ts'
import { valuesOf } from '../domain/values.ts'
import { stepOf } from './case-subject.ts'
import { contentOf } from './files.ts'
import { shown } from './shown.ts'
import { getStored, writsIn } from './store.ts'
import { compose, type WritSource } from './subject.ts'
import { templateInForce } from './template-store.ts'
import { viewOf, viewsOf } from './views.ts'

export async function readWrits(db: Database, context: RequestContext, asked: Omit<InputOf<typeof listWrits>, 'zone'>) {
  let query = writsIn(db, zoneOf(context).id, context.caller)
  if (asked.project !== undefined) query = query.where('project_id', '=', asked.project)
  if (asked.case !== undefined) query = query.where('case_id', '=', asked.case)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.state !== undefined) query = query.where('state', '=', asked.state)
  if (asked.year !== undefined) query = query.where('year', '=', asked.year)
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const shown = rows.slice(0, asked.limit)
  const next = rows.length > asked.limit ? (shown.at(-1)?.id ?? null) : null
  return { writs: await viewsOf(db, context, shown), next }
}

/** What the steps of a case ask for and nobody has made; a proof of delivery may be made as soon as something was delivered. */
export async function readDue(db: Database, context: RequestContext, { case: id }: InputOf<typeof listDueWrits>) {
  const { actions } = await caseDossier(db, context, id)
  const standing = await writsIn(db, zoneOf(context).id, context.caller)
    .where('case_id', '=', id)
    .where('state', '=', 'valid')
    .execute()
  const made = standing.map(({ kind, step_ordinal }) => ({ kind, ordinal: step_ordinal }))
  const due = dueWrits(actions.map(stepOf), made)
  return { due: due.map(({ kind, step }) => ({ kind, on: step.on })), prints: findBrowser() !== undefined }
}

/** The writ as it would read, without number, code or file. */
export async function previewOf(db: Database, context: RequestContext, source: WritSource): Promise<DocumentView> {
  const { subject } = await compose(db, context, source)
  const values = valuesOf(source.kind, subject, { number: null, code: null, address: null, replaces: null })
  const template = await templateInForce(db, zoneOf(context).id, source.kind)
  return shown(fillTemplate(template.bytes, values))
}

export async function readWrit(db: Database, context: RequestContext, id: string) {
  const zoneId = zoneOf(context).id
  const row = await getStored(db, zoneId, { caller: context.caller, id })
  const bytes = await contentOf(db, zoneId, { writId: id, format: 'docx' })
  const prints = findBrowser() !== undefined
  return { writ: await viewOf(db, context, row), document: shown(bytes ?? Buffer.alloc(0)), prints }
}
