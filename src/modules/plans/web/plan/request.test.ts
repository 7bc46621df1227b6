import { describe, expect, test } from 'vitest'
import { catalogue, fees } from '../../../../../test/plans/given.ts'
import { switchesOf } from '../../contract/scenario.ts'
import { namesOf } from '../../domain/lists/names.ts'
import { emptyAddress } from '../address.ts'
import { planRequest, readPlanAddress, slipped, unchangedOf } from './request.ts'

const names = namesOf(catalogue, fees)

describe('the address of the plan page', () => {
  test('sets aside what the catalogue does not know, and tells it', () => {
    const { address, ignored } = readPlanAddress(
      {
        y: 'newCompany~nonsense',
        p: 'construction-permit.2~gone.1',
        r: 'construction-permit/land-cert~gone/x',
        t: 'land',
      },
      names,
    )
    expect(address.facts).toEqual({ newCompany: true })
    expect(address.changes.slips).toEqual({ 'construction-permit': 2 })
    expect(address.changes.relax).toEqual(['construction-permit/land-cert'])
    expect(ignored.toSorted()).toEqual(['gone', 'gone/x', 'nonsense'])
  })

  test('plans by full reform when it names no scenario, from today when it names no day', () => {
    expect(planRequest(emptyAddress, '2026-03-02')).toMatchObject({ scenario: 'reform', start: '2026-03-02' })
  })

  test('takes switches that equal the scenario for none', () => {
    const same = planRequest({ ...emptyAddress, scenario: 'parallel', switches: switchesOf.parallel }, '2026-03-02')
    expect(same.switches).toBeUndefined()
    expect(unchangedOf(same)).toBeNull()
    const own = planRequest({ ...emptyAddress, scenario: 'parallel', switches: switchesOf.reform }, '2026-03-02')
    expect(own.switches).toEqual(switchesOf.reform)
    expect(unchangedOf(own)).toEqual({ facts: {}, start: '2026-03-02', scenario: 'parallel' })
  })
})

describe('slips', () => {
  test('add up, never go below nothing, and vanish at nothing', () => {
    expect(slipped({}, 'a', 0.5)).toEqual({ a: 0.5 })
    expect(slipped({ a: 0.5 }, 'a', 1)).toEqual({ a: 1.5 })
    expect(slipped({ a: 0.5, b: 1 }, 'a', -1)).toEqual({ b: 1 })
  })
})
