import { describe, expect, test } from 'vitest'
import type { PlanChange } from '../contract.ts'
import { causeText, milestoneText, quietText, whyText } from './words.ts'

const names = { 'land-scheme': { zh: '供地方案', en: 'Land scheme' } }
const change: PlanChange = {
  ...{ id: '1', ordinal: 2, at: '2026-03-10T02:00:00Z', onDay: '2026-03-10', sinceDay: '2026-03-03', actorName: '' },
  ...{ cause: 'time', matter: null, caseId: null, verb: null, in: [], out: [] },
  milestones: [{ name: 'contract', days: 5, fromOn: '2026-04-21', toOn: '2026-04-28' }],
  moved: [
    { code: 'land-scheme', why: 'own', days: 5, fromOn: '2026-03-20', toOn: '2026-03-27' },
    { code: 'seal', why: 'own', days: 5, fromOn: '2026-03-20', toOn: '2026-03-27' },
    { code: 'land-contract', why: 'held-by:land-listing', days: 5, fromOn: '2026-04-21', toOn: '2026-04-28' },
    { code: 'land-listing', why: 'held-by:land-scheme', days: 5, fromOn: '2026-04-20', toOn: '2026-04-27' },
  ],
}

describe('a change of a plan in words', () => {
  test('names what the milestone waited for in the end when only time went by', () => {
    expect(causeText(change, names).zh).toBe('2026-03-03 以来没有新的办理，在等：供地方案')
    expect(causeText({ ...change, moved: [] }, names).en).toBe('Nothing was done since 2026-03-03')
  })

  test('names matter and step of a case, also one that is not known here', () => {
    const ofCase = { ...change, cause: 'case' as const, matter: { code: 'land-scheme', name: names['land-scheme'] } }
    expect(causeText({ ...ofCase, verb: 'submit' }, names)).toEqual({
      zh: '“供地方案”提交申请',
      en: 'Land scheme: Submit',
    })
    expect(causeText({ ...ofCase, verb: 'unheard' }, names).zh).toBe('“供地方案”有新的办理')
  })

  test('tells the days and both dates of a milestone, and what is gone', () => {
    const move = { name: 'permit' as const, days: 3, fromOn: '2026-05-06', toOn: '2026-05-11' }
    expect(milestoneText(move).zh).toBe('△ 取得施工许可推迟 3 个工作日 2026-05-06 → 2026-05-11')
    expect(milestoneText({ ...move, days: -0.5, toOn: '2026-05-06' }).en).toBe(
      '▽ Construction permit 0.5 working days earlier 2026-05-06',
    )
    expect(milestoneText({ ...move, days: null, toOn: null }).zh).toBe('取得施工许可不再在方案内')
  })

  test('counts what moved where no milestone did, and says why a matter moved', () => {
    expect(quietText(change).en).toBe('○ no milestone moved (4 moved)')
    expect(whyText('held-by:land-scheme', names).zh).toBe('因为等“供地方案”')
    expect(whyText('own', names).en).toBe('its own time changed')
  })
})
