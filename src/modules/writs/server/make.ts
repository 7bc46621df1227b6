import { createHash, randomBytes } from 'node:crypto'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { fillTemplate } from '../../../platform/documents/fill.ts'
import { paperFoot } from '../../../platform/documents/paper-foot.ts'
import { publish } from '../../../platform/events/publish.ts'
import { publicOrigin } from '../../../platform/http/origin.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { kindMeanings } from '../contract/kinds.ts'
import { codePicture } from '../contract/tags.ts'
import { codeOf, printedCode } from '../domain/code.ts'
import { sourceStep } from '../domain/source-step.ts'
import { type Identity, valuesOf } from '../domain/values.ts'
import { numberWords } from '../domain/words.ts'
import { nextOrdinal } from './number.ts'
import { codePng } from './shipped.ts'
import { newRow, type StoredWrit } from './store.ts'
import { type Composed, compose, type WritSource } from './subject.ts'
import { templateInForce } from './template-store.ts'

const bytesForCode = 64

/**
 * A writ, made in the transaction of the request: what it says is read, the next number taken, the template filled, file and words kept, the
 * journal written. Refused it leaves nothing behind, and no gap in the numbers.
 */
export async function makeWrit(
  db: Database,
  context: RequestContext,
  { source, replaces }: { readonly source: WritSource; readonly replaces: StoredWrit | null },
): Promise<StoredWrit> {
  const composed = await compose(db, context, source)
  const { kind } = source
  // Asked before the number is taken, so that a refusal holds nobody up.
  const draft: Identity = { number: null, code: null, address: null, replaces: replaces?.number ?? null }
  valuesOf(kind, composed.subject, draft)
  const numbered = await takeNumber(db, context, { composed, kind })
  const code = codeOf(randomBytes(bytesForCode))
  const printed = printedCode(zoneOf(context).code, code)
  const address = `${publicOrigin(context)}/verify/${printed}`
  const values = valuesOf(kind, composed.subject, { ...draft, number: numbered.number, code: printed, address })
  const template = await templateInForce(db, zoneOf(context).id, kind)
  const bytes = fillTemplate(template.bytes, values, {
    picture: { describedAs: codePicture, png: await codePng(address) },
    foot: await paperFoot(db, zoneOf(context)),
  })
  const row = await insertWrit(db, context, {
    ...{ kind, ...numbered, code, said: JSON.stringify(values) },
    ...{ template_edition: template.edition, template_sha256: template.sha256 },
    ...columnsOf(composed, source),
    replaces_id: replaces?.id ?? null,
  })
  await keepFile(db, context, { writId: row.id, format: 'docx', bytes })
  await tell(db, context, row)
  return row
}

async function takeNumber(
  db: Database,
  context: RequestContext,
  { composed, kind }: { readonly composed: Composed; readonly kind: WritSource['kind'] },
) {
  const { issuer, subject } = composed
  const sign = kindMeanings[kind].series
  const year = Number(subject.today.slice(0, 4))
  const ordinal = await nextOrdinal(db, context, { issuerId: issuer.id, sign, year })
  const number = numberWords({ prefix: issuer.prefix, series: sign, year, ordinal })
  return { issuer_id: issuer.id, issuer_name: subject.issuer.name, sign, year, ordinal, number }
}

function columnsOf({ subject, projectId, enterpriseId, matter }: Composed, source: WritSource) {
  const step = subject.case ? sourceStep(source.kind, subject.case.steps) : undefined
  return {
    project_id: projectId,
    enterprise_id: enterpriseId,
    applicant: subject.applicant.name,
    case_id: source.case ?? null,
    step_ordinal: step?.ordinal ?? null,
    commitment_id: source.commitment ?? null,
    bundle_id: source.bundle ?? null,
    matter,
    made_on: subject.today,
    sample: subject.sample,
  }
}

type NewWrit = Omit<
  StoredWrit,
  keyof ReturnType<typeof newRow> | 'said' | 'made_by' | 'state' | 'reason' | 'ended_on'
> & {
  readonly said: string
}

/** One that stands for this step is there already: a second press, or somebody was faster. */
async function insertWrit(db: Database, context: RequestContext, values: NewWrit): Promise<StoredWrit> {
  const row = await db
    .insertInto('writs.writs')
    .values({ ...newRow(context), ...values, made_by: context.caller.name, state: 'valid' })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return row
  const { label } = kindMeanings[values.kind]
  throw new Problem('rule_violated', 'writs.made_already', {
    zh: `“${label.zh}”已经出具；内容有误的，请作废或重新出具。`,
    en: `"${label.en}" has been made already: if it is wrong, declare it void or make it anew.`,
  })
}

export interface NewFile {
  readonly writId: string
  readonly format: 'docx' | 'pdf'
  readonly bytes: Buffer
}

export async function keepFile(
  db: Database,
  context: RequestContext,
  { writId, format, bytes }: NewFile,
): Promise<void> {
  await db
    .insertInto('writs.files')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ writ_id: writId, format, content: bytes, size: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    .execute()
}

async function tell(db: Database, context: RequestContext, row: StoredWrit): Promise<void> {
  const subject = { subjectKind: 'writs.writ', subjectId: row.id }
  const after = { kind: row.kind, number: row.number, madeOn: legalDayOf(context.now), template: row.template_edition }
  await record(db, context, { ...subject, threadId: row.project_id, action: 'make', after })
  await publish(db, context, {
    topic: 'writs.changed',
    ...subject,
    payload: { kind: row.kind, caseId: row.case_id, state: row.state },
    audience: { enterpriseId: row.enterprise_id },
  })
}
