import { z } from 'zod'
import { holdingOn } from '../../../kernel/dated.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Database } from '../../../platform/module.ts'
import { creditCauses, creditGrades } from '../contract/causes.ts'
import type { CreditRules } from '../domain/credit.ts'
import type {} from './table.ts'

const valid = {
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  source: z.string().min(1),
  confidence: z.enum(['V', 'P', 'M', 'E']),
}
const days = z.number().int().min(0).nullable()

const Shipped = z.strictObject({
  note: z.string(),
  basePoints: z.number().int(),
  pointRules: z.array(
    z.strictObject({
      ...{ cause: z.enum(creditCauses), points: z.number().int(), months: days },
      ...{ repairAfterDays: days, repairLeavesMonths: days },
      ...valid,
    }),
  ),
  gradeRules: z.array(
    z.strictObject({
      ...{ grade: z.enum(creditGrades), minPoints: z.number().int(), mayCommit: z.boolean() },
      ...{ maxOpenCommitments: z.number().int().min(0), toleranceAllowed: z.boolean() },
      ...{ samplePercent: z.number().min(0).max(100), ...valid },
    }),
  ),
})

let shipped: CreditRules | undefined

/** The rules of a zone for a day: of each cause its own one, and its own grades if it has any; elsewhere what the installation ships. */
export async function rulesOf(db: Database, zoneId: string, day: string): Promise<CreditRules> {
  shipped ??= Shipped.parse(readDataFile('credit/rules.json'))
  const ownPoints = holdingOn(await pointRules(db, zoneId), day)
  const ownGrades = holdingOn(await gradeRules(db, zoneId), day)
  const ruled = new Set(ownPoints.map(({ cause }) => cause))
  return {
    basePoints: shipped.basePoints,
    pointRules: [...ownPoints, ...shipped.pointRules.filter(({ cause }) => !ruled.has(cause))],
    gradeRules: ownGrades.length > 0 ? ownGrades : shipped.gradeRules,
  }
}

async function pointRules(db: Database, zoneId: string): Promise<CreditRules['pointRules']> {
  const rows = await db
    .selectFrom('credit.point_rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    cause: row.cause,
    points: row.points,
    months: row.months,
    repairAfterDays: row.repair_after_days,
    repairLeavesMonths: row.repair_leaves_months,
    ...validOf(row),
  }))
}

async function gradeRules(db: Database, zoneId: string): Promise<CreditRules['gradeRules']> {
  const rows = await db
    .selectFrom('credit.grade_rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    grade: row.grade,
    minPoints: row.min_points,
    mayCommit: row.may_commit,
    maxOpenCommitments: row.max_open_commitments,
    toleranceAllowed: row.tolerance_allowed,
    samplePercent: Number(row.sample_percent),
    ...validOf(row),
  }))
}

function validOf(row: { valid_from: string; valid_until: string | null; source: string; confidence: string }) {
  return {
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
    confidence: row.confidence,
  }
}
