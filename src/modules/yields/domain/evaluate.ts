import type { MeasureName, Standing, YieldGrade, YieldGroup } from '../contract/measures.ts'
import { yieldGroupNames } from '../contract/measures.ts'
import type { SheetLine, YieldSheet } from '../contract/sheet.ts'
import { floorsTogether, type RentedFloors, takesPartByRenting } from './scope.ts'
import { landMu, measured, pointsOf, together, type Year } from './score.ts'

/** An enterprise as it goes into an evaluation. */
export interface Candidate {
  readonly id: string
  readonly status: string
  /** Null: nobody knows. */
  readonly aboveScale: boolean | null
  readonly exempt: boolean
  /** Counted together with this one. */
  readonly into: string | null
  readonly year: Year
  readonly floors: RentedFloors
}

export interface Part {
  readonly measure: MeasureName
  readonly value: number | null
  readonly points: number | null
  /** The value was missing and the points are the group's average. */
  readonly averaged: boolean
}

export interface Outcome {
  readonly id: string
  readonly standing: Standing
  readonly group: YieldGroup | null
  readonly mu: number | null
  readonly parts: readonly Part[]
  readonly score: number | null
  readonly rank: number | null
  readonly grade: YieldGrade | null
  /** Measures that are missing, or `scale`, `land`, `rentingYears`: why there is no score. */
  readonly missing: readonly string[]
  /** The firm that its numbers are counted with. */
  readonly into: string | null
}

/** Average points by measure of the members of a group who have them. */
export type Averages = Readonly<Record<YieldGroup, Partial<Readonly<Record<MeasureName, number>>>>>

const none = { parts: [], score: null, rank: null, grade: null, missing: [], into: null }
const taking: ReadonlySet<string> = new Set(['operating', 'idle'])

/**
 * 亩均效益综合评价 (浙江省“规定”2018 第34条; formula: the sheet): points by measure, the better first within each group, grades by quota. Firms of
 * a group are counted together and share the grade; exempt firms and those under construction are managed as B; who lacks data has no grade.
 */
export function evaluate(sheet: YieldSheet, candidates: readonly Candidate[]) {
  const alone = merged(candidates)
  const averages = averagesOf(sheet, alone)
  const scored = alone.map((one) => scoreOf(sheet, averages, one))
  const graded = yieldGroupNames.flatMap((group) => gradedGroup(sheet, scored, group))
  const byId = new Map([...scored, ...graded].map((one) => [one.id, one]))
  const outcomes = candidates.flatMap((one) => {
    const lead = byId.get(leadOf(candidates, one).id)
    if (!lead) return []
    return lead.id === one.id ? [lead] : [{ ...lead, id: one.id, rank: null, into: lead.id }]
  })
  return { outcomes, averages }
}

/** Points and standing of one enterprise or group of firms, without rank and grade. */
export function scoreOf(sheet: YieldSheet, averages: Averages, one: Candidate): Outcome {
  const mu = landMu(one.year)
  const about = { ...none, id: one.id, mu }
  if (one.exempt || one.status === 'building') return { ...about, standing: 'exempt', group: null, grade: 'B' }
  if (!taking.has(one.status)) return { ...about, standing: 'outside', group: null }
  const missing = [...(one.aboveScale === null ? ['scale'] : []), ...(mu === null ? ['land'] : [])]
  if (one.aboveScale === null || mu === null) return { ...about, standing: 'incomplete', group: null, missing }
  const group = one.aboveScale ? 'aboveScale' : 'small'
  if (group === 'small' && mu < sheet.smallFromMu) {
    const rents = takesPartByRenting(sheet, one.floors)
    if (rents === null) return { ...about, standing: 'incomplete', group, missing: ['rentingYears'] }
    if (!rents) return { ...about, standing: 'outside', group }
  }
  const parts = sheet.groups[group].map((line) => partOf(sheet, { line, averages: averages[group] }, one.year))
  const lacking = parts.filter(({ points }) => points === null).map(({ measure }) => measure)
  if (lacking.length > 0) return { ...about, standing: 'incomplete', group, parts, missing: lacking }
  const score = rounded(parts.reduce((sum, { points }) => sum + (points ?? 0), 0))
  return { ...about, standing: 'graded', group, parts, score }
}

/** Enough digits that a tie is one, and no more than a reader can check. */
function rounded(points: number): number {
  return Math.round(points * 10_000) / 10_000
}

interface OfLine {
  readonly line: SheetLine
  readonly averages: Averages[YieldGroup]
}

function partOf(sheet: YieldSheet, { line, averages }: OfLine, year: Year): Part {
  const own = pointsOf(line, sheet.cap, year)
  const average = own === null && line.missing === 'average' ? (averages[line.measure] ?? null) : null
  return {
    measure: line.measure,
    value: measured(line.measure, year),
    points: own ?? average,
    averaged: average !== null,
  }
}

function averagesOf(sheet: YieldSheet, candidates: readonly Candidate[]): Averages {
  const ofGroup = (group: YieldGroup) => {
    const members = candidates.filter(
      ({ aboveScale, exempt, status }) => aboveScale === (group === 'aboveScale') && !exempt && taking.has(status),
    )
    return Object.fromEntries(
      sheet.groups[group].flatMap((line) => {
        const points = members.flatMap(({ year }) => pointsOf(line, sheet.cap, year) ?? [])
        return points.length === 0 ? [] : [[line.measure, points.reduce((a, b) => a + b, 0) / points.length]]
      }),
    )
  }
  return { aboveScale: ofGroup('aboveScale'), small: ofGroup('small') }
}

function gradedGroup(sheet: YieldSheet, scored: readonly Outcome[], group: YieldGroup): Outcome[] {
  const members = scored.filter((one) => one.standing === 'graded' && one.group === group)
  const scores = members.map(({ score }) => score ?? 0).sort((a, b) => b - a)
  return members.map((one) => {
    const rank = scores.indexOf(one.score ?? 0) + 1
    return { ...one, rank, grade: gradeOfRank(sheet, rank, members.length) }
  })
}

/** The grade of a place among so many; equal scores share the better place, and so the better grade. */
export function gradeOfRank({ quotas }: Pick<YieldSheet, 'quotas'>, rank: number, of: number): YieldGrade {
  const grades = ['A', 'B', 'C'] as const
  return grades.find((grade) => rank <= Math.floor(quotas[grade] * of + 1e-9)) ?? 'D'
}

function leadOf(candidates: readonly Candidate[], one: Candidate): Candidate {
  if (one.into === null) return one
  return candidates.find(({ id, into }) => id === one.into && into === null) ?? one
}

/** Firms that are counted together, as the one that leads them. */
export function asOne(lead: Candidate, firms: readonly Candidate[]): Candidate {
  const year = together(firms.map((firm) => firm.year))
  return { ...lead, into: null, year, floors: floorsTogether(firms.map(({ floors }) => floors)) }
}

/** Leads with the numbers of their firms. A firm whose lead is not there, or is itself counted with another, stands alone. */
function merged(candidates: readonly Candidate[]): Candidate[] {
  const byLead = Map.groupBy(candidates, (one) => leadOf(candidates, one))
  return [...byLead].map(([lead, firms]) => asOne(lead, firms))
}
