import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { submitBundle as contract, getJointApplication, JointApplication } from '../contract/bundle.ts'
import { legalDay } from '../domain/decide-step.ts'
import { commonDepartment, type JointPart, joinPapers, refuseJoint } from '../domain/joint.ts'
import { askedFor } from './asked.ts'
import type { BundleRow } from './bundle-store.ts'
import { stampOf } from './save.ts'
import { submitCase } from './submit.ts'

/** What several matters of a project ask for together. */
export async function readJoint(
  db: Database,
  context: RequestContext,
  { project, matters }: InputOf<typeof getJointApplication>,
): Promise<JointApplication> {
  const codes = [...new Set(matters.split(',').filter((code) => code !== ''))]
  const parts = await partsOf(db, context, { project, matters: codes })
  return {
    matters: parts.map(({ code, name, department }) => ({ code, name, department })),
    papers: joinPapers(parts).map((paper) => ({ ...paper, matters: [...paper.matters] })),
    separately: parts.reduce((sum, { papers }) => sum + papers.length, 0),
    department: commonDepartment(parts),
  }
}

interface Wanted {
  readonly project: string
  readonly matters: readonly string[]
}

async function partsOf(db: Database, context: RequestContext, { project, matters }: Wanted): Promise<JointPart[]> {
  const parts: JointPart[] = []
  for (const code of matters) {
    const { matter, papers } = await askedFor(db, context, { project, matter: code })
    const name = { zh: matter.name_zh, en: matter.name_en }
    parts.push({ code: matter.code, name, department: matter.authority, papers })
  }
  return parts
}

/** Files all matters in one transaction, so that either every case is there or none; each paper given once goes to every case that needs it. */
export async function submitBundle(
  db: Database,
  context: RequestContext,
  { project, matters, through, papers, happenedOn }: InputOf<typeof contract>,
) {
  const parts = await partsOf(db, context, { project, matters })
  refuseJoint(parts, through)
  const bundle = await insertBundle(db, context, { project, matter: matters[0] ?? '', through, happenedOn })
  const cases: { id: string; matter: string }[] = []
  for (const part of parts) {
    const own = papers.filter(({ ref }) => part.papers.some((paper) => paper.ref === ref))
    const given = own.map((paper) => ({ ...paper, fileId: paper.fileId ?? null, note: paper.note ?? null }))
    const submission = { project, matter: part.code, papers: given, happenedOn, bundleId: bundle.id }
    const { row } = await submitCase(db, context, submission)
    cases.push({ id: row.id, matter: part.code })
  }
  await tell(db, context, { bundle, cases })
  return { id: bundle.id, version: 1, cases }
}

interface NewBundle {
  readonly project: string
  readonly matter: string
  readonly through: 'department' | 'window'
  readonly happenedOn: string | undefined
}

async function insertBundle(db: Database, context: RequestContext, given: NewBundle) {
  const { project } = await askedFor(db, context, { project: given.project, matter: given.matter })
  const on = legalDay(given.happenedOn, null, legalDayOf(context.now))
  return db
    .insertInto('cases.bundles')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(context.now), version: 1, ...stampOf(context) },
      ...{ sample: project.sample, project_id: project.id, enterprise_id: project.enterpriseId },
      ...{ through: given.through, received_on: on },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface Bundled {
  readonly bundle: BundleRow
  readonly cases: readonly { readonly id: string; readonly matter: string }[]
}

async function tell(db: Database, context: RequestContext, { bundle, cases }: Bundled): Promise<void> {
  const subject = { subjectKind: 'cases.bundle', subjectId: bundle.id }
  const after = { matters: cases.map(({ matter }) => matter), through: bundle.through }
  await record(db, context, { ...subject, threadId: bundle.project_id, action: 'submitBundle', after })
  const payload = { projectId: bundle.project_id, cases: cases.map(({ id }) => id) }
  const audience = { enterpriseId: bundle.enterprise_id }
  await publish(db, context, { topic: 'cases.bundled', ...subject, payload, audience })
}
