import { describe, expect, test } from 'vitest'
import { calendar, compiled, project, start } from '../../../../test/plans/given.ts'
import { comparePlans } from './compare.ts'
import { planOf } from './plan.ts'

const { facts } = project('food-factory')
const plan = (more: object) => planOf(compiled, { facts, calendar, start, scenario: 'reform', ...more })

describe('two plans compared', () => {
  test('the same plan differs in nothing', () => {
    const { in: entered, out, moved } = comparePlans(plan({}), plan({}))
    expect([entered, out, moved]).toEqual([[], [], []])
  })

  test('a matter that slips is late by itself, and what waits for it names it', () => {
    const { moved } = comparePlans(plan({}), plan({ changes: { slips: { 'entry-review': 2 } } }))
    const why = new Map(moved.map((m) => [m.code, m.why]))
    expect(why.get('entry-review')).toBe('own')
    expect(why.get('invest-agreement')).toBe('held-by:entry-review')
    expect(moved.find(({ code }) => code === 'entry-review')?.days).toBe(2)
  })

  test('a fact that changes brings matters in and sends others out, with the reason', () => {
    const before = plan({})
    const after = plan({ facts: { ...facts, landKind: 'lease-factory', fireSpecial: null } })
    const { in: entered, out } = comparePlans(before, after)
    expect(entered).toContainEqual({ code: 'lease-contract', why: 'applies' })
    expect(out).toContainEqual({ code: 'land-contract', why: 'does-not-apply' })
    expect(out).toContainEqual({ code: 'fire-design', why: 'undecided' })
  })

  test('land that becomes standard makes matters prior: done before, not held up', () => {
    const { moved } = comparePlans(plan({ scenario: 'promised' }), plan({}))
    expect(moved.find(({ code }) => code === 'mineral')?.why).toBe('prior')
  })
})
