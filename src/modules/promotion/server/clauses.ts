import { createHash } from 'node:crypto'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { AgreementView, reviewClause, setClauses } from '../contract/agreements.ts'
import { readAgreement } from './agreement-view.ts'
import { getAgreementRow, refuseStale } from './store.ts'

/** The clauses of a draft as a whole. A clause of the same words keeps who wrote it, and its reviews. */
export async function writeClauses(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof setClauses>,
): Promise<AgreementView> {
  const row = await getAgreementRow(db, zoneOf(context).id, input.id, true)
  refuseStale(row, input.version)
  if (row.state !== 'draft') throw signedAlready()
  const before = await activeClauses(db, row)
  const stamp = { updated_at: context.now, updated_by: actorOf(context) }
  await db
    .updateTable('promotion.clauses')
    .set({ ...stamp, archived_at: context.now })
    .where('zone_id', '=', row.zone_id)
    .where('agreement_id', '=', row.id)
    .where('archived_at', 'is', null)
    .execute()
  const writers = new Map(before.map(({ digest, created_by }) => [digest, created_by]))
  const clauses = input.clauses.map((clause, i) => ({ ...clause, place: i + 1, digest: digestOf(clause.words) }))
  if (clauses.length > 0) {
    await db
      .insertInto('promotion.clauses')
      .values(
        clauses.map((clause) => ({
          ...{ zone_id: row.zone_id, id: newId(context.now), version: 1, created_at: context.now, archived_at: null },
          ...{ ...stamp, created_by: writers.get(clause.digest) ?? actorOf(context), sample: row.sample },
          ...{ agreement_id: row.id, ...clause },
        })),
      )
      .execute()
  }
  const version = await nextVersion(db, context, row)
  await record(db, context, {
    ...{ subjectKind: 'promotion.agreement', subjectId: row.id, action: 'setClauses', threadId: row.lead_id },
    before: { clauses: before.map(({ heading, words }) => ({ heading, words })) },
    after: { clauses: input.clauses, version },
  })
  return readAgreement(db, context, row.id)
}

/** One flag of one clause, by somebody who has not written it. */
export async function reviewFlag(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof reviewClause>,
): Promise<AgreementView> {
  const row = await getAgreementRow(db, zoneOf(context).id, input.id, true)
  if (row.state !== 'draft') throw signedAlready()
  const clause = (await activeClauses(db, row)).find(({ id }) => id === input.clause)
  if (!clause) throw notFound()
  if (clause.created_by === actorOf(context)) {
    throw new Problem('rule_violated', 'promotion.own_clause', {
      zh: '自己写的条款不能自己审查，请由公平竞争审查人员办理。',
      en: 'Nobody reviews a clause of his own: leave it to the reviewer.',
    })
  }
  const { flag, outcome, reason } = input
  const view = (await readAgreement(db, context, row.id)).clauses.find(({ id }) => id === clause.id)
  if (!view?.flags.some(({ code }) => code === flag)) throw notFound()
  await db
    .insertInto('promotion.reviews')
    .values({
      ...{ zone_id: row.zone_id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: row.sample, agreement_id: row.id, digest: clause.digest, flag, outcome, reason },
      ...{ reviewer_name: context.caller.name, reviewed_on: legalDayOf(context.now) },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'promotion.agreement', subjectId: row.id, action: 'reviewClause', threadId: row.lead_id },
    ...{ note: reason, after: { clause: clause.heading, flag, outcome } },
  })
  return readAgreement(db, context, row.id)
}

type Row = Awaited<ReturnType<typeof getAgreementRow>>

function activeClauses(db: Database, { zone_id, id }: Row) {
  return db
    .selectFrom('promotion.clauses')
    .selectAll()
    .where('zone_id', '=', zone_id)
    .where('agreement_id', '=', id)
    .where('archived_at', 'is', null)
    .orderBy('place')
    .execute()
}

/** Reviews hold for words, not for places: the digest of the text without blanks. */
const digestOf = (words: string): string =>
  createHash('sha256').update(words.normalize('NFKC').replace(/\s/g, '')).digest('hex')

export async function nextVersion(
  db: Database,
  context: RequestContext,
  { zone_id, id, version }: Row,
  set: Partial<Pick<Row, 'state' | 'signed_on'>> = {},
): Promise<number> {
  await db
    .updateTable('promotion.agreements')
    .set({ ...set, version: version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zone_id)
    .where('id', '=', id)
    .execute()
  return version + 1
}

function signedAlready(): Problem {
  return new Problem('rule_violated', 'promotion.not_a_draft', {
    zh: '这份协议已经签约或终止，条款不能再改；需要变更的请签补充协议。',
    en: 'This agreement is signed or ended: its clauses stay. Use a supplement for what changes.',
  })
}
