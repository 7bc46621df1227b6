import { z } from 'zod'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import { standingOf } from '../../credit/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { CommitVerdict } from '../contract/verdict.ts'
import { type CommitRuleFacts, mayCommit } from '../domain/may-commit.ts'
import type {} from './table.ts'

const Shipped = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      matter: z.string().nullable(),
      condition: z.string().min(1),
      sentence: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
      source: z.string().min(1),
      confidence: z.enum(['V', 'P', 'M', 'E']),
    }),
  ),
})

let shipped: readonly CommitRuleFacts[] | undefined

/** What always applies, and the zone's own. */
async function rulesOf(db: Database, zoneId: string): Promise<readonly CommitRuleFacts[]> {
  shipped ??= Shipped.parse(readDataFile('commitments/rules.json')).rules
  const rows = await db
    .selectFrom('commitments.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  const own = rows.map((row) => ({
    matter: row.matter,
    condition: row.condition,
    sentence: { zh: row.sentence_zh, en: row.sentence_en },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
    confidence: row.confidence,
  }))
  return [...shipped, ...own]
}

interface Question {
  readonly projectId: string
  readonly enterpriseId: string
  readonly matters: readonly string[]
  readonly now: Date
}

/** Whether the enterprise may commit itself for these matters of its project, by matter. Needs the zone's context. */
export async function verdictsFor(
  db: Database,
  zone: ZoneRef,
  { projectId, enterpriseId, matters, now }: Question,
): Promise<ReadonlyMap<string, CommitVerdict>> {
  const { basis } = await getProject(db, zone.id, projectId)
  if (basis === null) return new Map()
  const { compiled } = await pinnedCatalogue(db, basis.catalogueVersionId)
  const standing = await standingOf(db, zone.id, { enterpriseId, now })
  const facts = {
    ...basis.facts,
    creditGrade: standing.grade,
    creditMayCommit: standing.mayCommit,
    maxOpenCommitments: standing.maxOpenCommitments,
    openCommitments: await openOf(db, zone.id, enterpriseId),
  }
  const rules = await rulesOf(db, zone.id)
  const codes = compiled.matters.map(({ matter }) => matter.code)
  const asked = { day: legalDayOf(now), facts, factTypes: compiled.factTypes, matters: codes }
  return new Map(matters.map((matter) => [matter, mayCommit(rules, { ...asked, matter })]))
}

async function openOf(db: Database, zoneId: string, enterpriseId: string): Promise<number> {
  const { open } = await db
    .selectFrom('commitments.commitments')
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .where('zone_id', '=', zoneId)
    .where('enterprise_id', '=', enterpriseId)
    .where('signer', '=', 'enterprise')
    .where('state', 'in', ['signed', 'rectifying', 'hearing'])
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}
