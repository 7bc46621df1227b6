import { describe, expect, it } from 'vitest'
import { fitting, widthOf } from './nav-fit.ts'

const officer = [
  'Inbox',
  'Follow-ups',
  'Projects',
  'Commitments',
  'Credit',
  'Ratings',
  'Records',
  'Exchange',
  'Matters',
]

describe('links that stand on one line of the bar', () => {
  it('are as many as fit, the rest behind "More"', () => {
    expect(fitting(officer, 32, 'More')).toBe(4)
    expect(fitting(officer, 24, 'More')).toBe(3)
    expect(fitting(officer, 200, 'More')).toBe(officer.length)
  })

  it('are all when all fit, and one at least', () => {
    expect(fitting(['待办', '督办'], 8, '更多')).toBe(2)
    expect(fitting(['Investment promotion', 'x'], 3, 'More')).toBe(1)
    expect(widthOf('待办')).toBe(2)
  })
})
