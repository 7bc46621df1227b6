import { publish } from '../../../platform/events/publish.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { Enterprise } from '../../enterprises/contract/enterprise.ts'
import { evidence, project } from '../contract/project.ts'
import type { EvidenceKind } from '../contract/stage.ts'

const registry = new Map([project, evidence, Enterprise].map((kind) => [kind.name, kind]))

/** A project that promotion has brought to its signing, with what proves the way to it. */
export interface SignedProject {
  readonly name: string
  readonly enterpriseId: string
  readonly industryCode: string | null
  readonly investmentYuan: string
  readonly signedOn: string
  readonly summary: string | null
  /** m² as a number; null: not known. */
  readonly landAreaSqm: number | null
  readonly siteWish: string | null
  readonly investorRegion: string | null
  readonly sample: boolean
  readonly evidence: readonly {
    readonly kind: EvidenceKind
    readonly title: string
    readonly happenedOn: string
    readonly number: string | null
  }[]
}

/** Makes it at the stage signed; stage and proofs are those of the agreement. Needs the zone's context; the right to it is the caller's to check. */
export async function takeSigned(db: Database, context: RequestContext, signed: SignedProject): Promise<string> {
  const { evidence: proofs, sample, ...known } = signed
  const values = { ...known, kind: kindOf(known.industryCode), stage: 'signed', condition: 'active' }
  const { record } = await createRecord(db, context, { kind: project, registry, values: present(values), sample })
  for (const proof of proofs) {
    const fields = present({ ...proof, projectId: record.id })
    await createRecord(db, context, { kind: evidence, registry, values: fields, sample })
  }
  await publish(db, context, { topic: 'projects.changed', subjectKind: project.name, subjectId: record.id })
  return record.id
}

/** GB/T 4754: B to E are mining, manufacture, energy and building; what is unknown counts as industry, as most of a zone is. */
function kindOf(industryCode: string | null): 'industrial' | 'service' {
  return industryCode === null || /^[A-E]/.test(industryCode) ? 'industrial' : 'service'
}

const present = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
