import { describe, expect, test } from 'vitest'
import { calendar, compiled, project, start } from '../../../../test/plans/given.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import { delaysOf } from '../../plans/domain/delays.ts'
import { planOf } from '../../plans/domain/plan.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { deviationsOf } from './deviations.ts'

const base = { facts: project('food-factory').facts, calendar, start, scenario: 'reform' } as const
const agreed = planOf(compiled, base)
const planned = (code: string) => agreed.matters.find((matter) => matter.code === code)
const nameOf = (code: string) => ({ zh: code, en: code })

function measured(progress: Progress, facts = base.facts) {
  const input = { ...base, facts, progress }
  return deviationsOf(agreed, {
    ...{ plan: planOf(compiled, input), delays: delaysOf(compiled, input), progress, calendar, nameOf },
  })
}

describe('deviations from the agreed plan', () => {
  test('there are none on the day of the agreement', () => {
    const { milestones, matters } = measured({ today: start, matters: {} })
    expect(matters).toEqual([])
    expect(milestones.map(({ name, days }) => [name, days])).toEqual([
      ['contract', 0],
      ['permit', 0],
      ['jointAccept', 0],
      ['production', 0],
    ])
  })

  test('a review that took five days longer is behind by five on its own, and what waits for it by the same', () => {
    const review = planned('entry-review')
    const finished = addWorkdays(calendar, review?.finishDate ?? '', 5)
    const matters = { 'entry-review': { filed: review?.filedDate ?? '', finished } }
    const { matters: lines, milestones } = measured({ today: finished, matters })
    expect(lines.find(({ code }) => code === 'entry-review')).toMatchObject({ days: 5, cause: 'decided', done: true })
    const waits = lines.filter(({ cause, by }) => cause === 'held' && by?.zh === 'entry-review')
    expect(waits.length).toBeGreaterThan(0)
    const contract = milestones.find(({ name }) => name === 'contract')
    expect(contract?.days).toBe(5)
    expect(contract?.because[0]).toMatchObject({ code: 'entry-review', days: 5, cause: 'decided' })
    expect(contract?.promisedOn).toBe(planned('land-contract')?.finishDate)
  })

  test('what came in and what went out since is told as such', () => {
    const facts = { ...base.facts, foodProduction: false }
    const { matters } = measured({ today: start, matters: {} }, facts)
    const dropped = matters.filter(({ cause }) => cause === 'dropped')
    expect(dropped.length + matters.filter(({ cause }) => cause === 'added').length).toBeGreaterThan(0)
    expect(dropped.every(({ nowOn, days }) => nowOn === null && days === null)).toBe(true)
  })
})
