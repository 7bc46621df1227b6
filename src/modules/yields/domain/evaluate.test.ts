import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnualItem } from '../../annuals/contract/items.ts'
import { YieldSheet } from '../contract/sheet.ts'
import { correct, floorsOf } from './correct.ts'
import { type Candidate, evaluate, gradeOfRank } from './evaluate.ts'
import { landMu, measured, together } from './score.ts'

const { sheets } = JSON.parse(readFileSync('data/yields/sheets.json', 'utf8')) as { sheets: unknown[] }
const [huangyan, , five] = sheets.map((sheet) => YieldSheet.parse(sheet))
if (!huangyan || !five) throw new Error('two sheets are needed')

const mu = (count: number) => (count * 2_000) / 3
const yearOf = (values: Partial<Record<AnnualItem, number>>) =>
  new Map(Object.entries(values) as [AnnualItem, number][])
/** Exactly the base values of Huangyan 2022 on 10 mu: 24.097 tax and 136.16 value added per mu, and so on. */
const atBase: Partial<Record<AnnualItem, number>> = {
  ...{ landTitled: mu(10), tax: 240.97, valueAdded: 1361.6, energy: 1361.6 / 2.694, emission: 1361.6 / 4929.81 },
  ...{ jobs: 1361.6 / 18.14, rdSpending: 30.2, sales: 1000 },
}
const firm = (id: string, values: Partial<Record<AnnualItem, number>>, more: Partial<Candidate> = {}): Candidate => ({
  ...{
    id,
    status: 'operating',
    aboveScale: true,
    exempt: false,
    into: null,
    year: yearOf(values),
    floors: [],
    ...more,
  },
})
const outcomeOf = (candidates: readonly Candidate[], id: string, sheet = huangyan) => {
  const found = evaluate(sheet, candidates).outcomes.find((one) => one.id === id)
  if (!found) throw new Error(`no outcome of ${id}`)
  return found
}

describe('台州黄岩 2022', () => {
  it('gives 100 points to an enterprise at every base value', () => {
    const { score, parts } = outcomeOf([firm('a', atBase)], 'a')
    expect(score).toBeCloseTo(100, 3)
    expect(parts.map(({ points }) => Math.round((points ?? 0) * 100) / 100)).toEqual([30, 20, 20, 10, 10, 10])
  })

  it('gives a small one 50 points for 11.5932 of tax per mu and 50 for 0.2352 per kWh', () => {
    const small = firm('s', { landTitled: mu(6), tax: 69.5592, power: 69.5592 / 0.2352 }, { aboveScale: false })
    expect(outcomeOf([small], 's').score).toBeCloseTo(100, 3)
    const half = firm('s', { landTitled: mu(6), tax: 34.7796, power: 69.5592 / 0.2352 }, { aboveScale: false })
    expect(outcomeOf([half], 's').score).toBeCloseTo(50, 3)
  })

  it('gives who has no emission data the average points of the group', () => {
    const { emission: _, ...clean } = atBase
    const twice = { ...atBase, emission: 1361.6 / 4929.81 / 2 }
    const out = outcomeOf([firm('a', atBase), firm('b', twice), firm('c', clean)], 'c')
    const part = out.parts.find(({ measure }) => measure === 'valueAddedPerEmission')
    expect(part).toMatchObject({ value: null, averaged: true })
    expect(part?.points).toBeCloseTo(15, 6)
    expect(outcomeOf([firm('c', clean)], 'c')).toMatchObject({ standing: 'incomplete', grade: null })
  })

  it('takes a negative value as 0, and caps only where the sheet does', () => {
    const loss = outcomeOf([firm('a', { ...atBase, valueAdded: -50 })], 'a')
    expect(loss.score).toBeCloseTo(40, 3)
    const rich = { ...atBase, tax: 2_409.7 }
    expect(outcomeOf([firm('a', rich)], 'a').parts[0]?.points).toBeCloseTo(300, 3)
    expect(outcomeOf([firm('a', rich)], 'a', five).parts[0]?.points).toBeCloseTo(45 * 1.5, 6)
  })
})

describe('who is graded', () => {
  it('leaves no unknown as a number: what is missing is named and there is no grade', () => {
    const { jobs: _, ...rest } = atBase
    expect(outcomeOf([firm('a', rest)], 'a')).toMatchObject({
      ...{ standing: 'incomplete', grade: null, score: null, missing: ['labourProductivity'] },
    })
    expect(outcomeOf([firm('a', atBase, { aboveScale: null })], 'a').missing).toEqual(['scale'])
    const { landTitled: _land, ...landless } = atBase
    expect(outcomeOf([firm('a', landless)], 'a').missing).toEqual(['land'])
  })

  it('manages exempt firms and those under construction as B, and leaves small plots and those gone aside', () => {
    expect(outcomeOf([firm('a', {}, { exempt: true })], 'a')).toMatchObject({ standing: 'exempt', grade: 'B' })
    expect(outcomeOf([firm('a', {}, { status: 'building' })], 'a')).toMatchObject({ standing: 'exempt', grade: 'B' })
    const plot = firm('a', { landTitled: mu(4.9), tax: 1, power: 1 }, { aboveScale: false })
    expect(outcomeOf([plot], 'a')).toMatchObject({ standing: 'outside', grade: null })
    expect(outcomeOf([firm('a', atBase, { status: 'moved' })], 'a').standing).toBe('outside')
    const rented = (floors: readonly (number | null)[]) => outcomeOf([{ ...plot, floors }], 'a', five)
    expect(rented([3_200, 3_200, 3_200, 3_200])).toMatchObject({ standing: 'graded', mu: 4.9 })
    expect(rented([3_200, 3_200, null, 3_200])).toMatchObject({ standing: 'incomplete', missing: ['rentingYears'] })
    expect(rented([3_200, 900, 3_200, 3_200]).standing).toBe('outside')
  })

  it('counts firms of a group together, and gives them one grade', () => {
    const half = Object.fromEntries(Object.entries(atBase).map(([item, value]) => [item, value / 2]))
    const both = [firm('lead', half), firm('part', half, { into: 'lead' })]
    expect(outcomeOf(both, 'lead').score).toBeCloseTo(100, 3)
    expect(outcomeOf(both, 'part')).toMatchObject({ into: 'lead', grade: outcomeOf(both, 'lead').grade, rank: null })
    expect(together([yearOf({ tax: 1 }), yearOf({ jobs: 2 })]).size).toBe(0)
  })
})

it('the land-area rule: titled + leased in − leased out', () => {
  expect(landMu(yearOf({ landTitled: mu(10), landLeasedIn: mu(3), landLeasedOut: mu(5) }))).toBeCloseTo(8)
  expect(landMu(yearOf({ landLeasedIn: mu(3) }))).toBeCloseTo(3)
  expect(landMu(yearOf({ landLeasedOut: mu(3) }))).toBeNull()
  expect(landMu(yearOf({ landTitled: mu(3), landLeasedOut: mu(3) }))).toBeNull()
  expect(measured('taxPerMu', yearOf({ tax: 5 }))).toBeNull()
})

describe('quotas', () => {
  it('A top 25 %, B to 70 %, C to 95 %, D the last 5 %', () => {
    const of100 = Array.from({ length: 100 }, (_, i) => gradeOfRank(huangyan, i + 1, 100)).join('')
    expect(of100).toBe('A'.repeat(25) + 'B'.repeat(45) + 'C'.repeat(25) + 'D'.repeat(5))
    expect(Array.from({ length: 10 }, (_, i) => gradeOfRank(huangyan, i + 1, 10)).join('')).toBe('AABBBBBCCD')
  })

  const taxes = fc.array(fc.integer({ min: -100, max: 5_000 }), { minLength: 1, maxLength: 40 })
  const firms = (all: readonly number[]) => all.map((tax, i) => firm(`f${i}`, { ...atBase, tax }))

  it('a better score never has a worse grade, whatever the order; equal scores are graded alike', () => {
    fc.assert(
      fc.property(taxes, (all) => {
        const { outcomes } = evaluate(huangyan, firms(all))
        const reversed = evaluate(huangyan, firms(all).toReversed()).outcomes
        for (const a of outcomes) {
          expect(reversed.find(({ id }) => id === a.id)?.grade).toBe(a.grade)
          for (const b of outcomes) {
            if ((a.score ?? 0) >= (b.score ?? 0)) expect(String(a.grade) <= String(b.grade)).toBe(true)
          }
        }
      }),
    )
  })

  it('more tax of one firm never lowers its own grade', () => {
    fc.assert(
      fc.property(taxes, fc.integer({ min: 1, max: 2_000 }), (all, more) => {
        const before = outcomeOf(firms(all), 'f0').grade
        const after = outcomeOf(firms([(all[0] ?? 0) + more, ...all.slice(1)]), 'f0').grade
        expect(String(after) <= String(before)).toBe(true)
      }),
    )
  })
})

it('a corrected result is held against the published floors, and moves nobody else', () => {
  const all = Array.from({ length: 10 }, (_, i) => firm(`f${i}`, { ...atBase, tax: 100 + i * 50 }))
  const { outcomes, averages } = evaluate(huangyan, all)
  const floors = floorsOf(outcomes)
  const known = { sheet: huangyan, averages, floors }
  expect(outcomes.map(({ grade }) => grade).join('')).toBe('DCCBBBBBAA')
  for (const one of all) expect(correct(known, one).grade).toBe(outcomes.find(({ id }) => id === one.id)?.grade)
  expect(correct(known, firm('f0', { ...atBase, tax: 900 })).grade).toBe('A')
  expect(correct(known, firm('f0', { ...atBase, tax: 0 })).grade).toBe('D')
  expect(correct(known, firm('f0', {}))).toMatchObject({ standing: 'incomplete', grade: null })
})
