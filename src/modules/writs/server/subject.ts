import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { kindMeanings, type WritKind } from '../contract/kinds.ts'
import type { BundleSubject, CaseSubject, CommitmentSubject, WritSubject } from '../domain/subject.ts'
import { bundleSource } from './bundle-subject.ts'
import { caseSource } from './case-subject.ts'
import { commitmentSource } from './commitment-subject.ts'
import { issuerFor } from './issuer.ts'
import { remediesOn } from './remedies.ts'

/** Of what a writ is asked: one of the three. */
export interface WritSource {
  readonly kind: WritKind
  readonly case?: string | undefined
  readonly commitment?: string | undefined
  readonly bundle?: string | undefined
  readonly note: string
}

/** Where a writ belongs, and what it is made of. */
export interface Composed {
  readonly issuer: { readonly id: string; readonly prefix: string }
  readonly projectId: string
  readonly enterpriseId: string
  readonly matter: string | null
  readonly subject: WritSubject
}

/** What a source tells of itself. */
export interface Told {
  readonly projectId: string
  readonly enterpriseId: string
  readonly matter: string | null
  readonly authority: string | null
  readonly sample: boolean
  readonly case: CaseSubject | null
  readonly commitment: CommitmentSubject | null
  readonly bundle: BundleSubject | null
}

/** Reads everything that a writ of this kind says; 404 for what the caller may not see. */
export async function compose(db: Database, context: RequestContext, source: WritSource): Promise<Composed> {
  const zoneId = zoneOf(context).id
  const told = await toldBy(db, context, source)
  const project = await getProject(db, zoneId, told.projectId)
  const enterprise = await findEnterprise(db, zoneId, told.enterpriseId)
  if (!enterprise) throw notFound()
  const issuer = await issuerFor(db, zoneId, told.authority)
  const today = legalDayOf(context.now)
  const subject: WritSubject = {
    today,
    issuer: {
      name: issuer.name,
      reviewBody: issuer.review_body,
      court: issuer.court,
      address: issuer.address,
      phone: issuer.phone,
    },
    applicant: { name: enterprise.name, uscc: enterprise.uscc },
    project: { name: project.name, code: project.nationalCode },
    remedies: remediesOn(today),
    note: source.note,
    sample: told.sample,
    case: told.case,
    commitment: told.commitment,
    bundle: told.bundle,
  }
  return { issuer, projectId: told.projectId, enterpriseId: told.enterpriseId, matter: told.matter, subject }
}

/** What the source says of itself; 404 when the caller may not see it. */
export async function toldBy(db: Database, context: RequestContext, source: WritSource): Promise<Told> {
  const { from } = kindMeanings[source.kind]
  const id = source[from]
  const given = [source.case, source.commitment, source.bundle].filter((one) => one !== undefined)
  if (id === undefined || given.length !== 1) throw wrongSource(source.kind)
  switch (from) {
    case 'case':
      return caseSource(db, context, id)
    case 'commitment':
      return commitmentSource(db, context, id)
    case 'bundle':
      return bundleSource(db, context, id)
  }
}

const sources = {
  case: { zh: '办件', en: 'a case' },
  commitment: { zh: '承诺', en: 'a commitment' },
  bundle: { zh: '联合申请', en: 'a joint application' },
}

function wrongSource(kind: WritKind): Problem {
  const { label, from } = kindMeanings[kind]
  return new Problem('invalid_input', 'writs.wrong_source', {
    zh: `“${label.zh}”由${sources[from].zh}出具，请只给出这一项。`,
    en: `"${label.en}" is made from ${sources[from].en}: give that and nothing else.`,
  })
}
