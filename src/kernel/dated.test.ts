import { describe, expect, it } from 'vitest'
import { findNoDay, holdingOn, latestOn } from './dated.ts'

const entry = (name: string, validFrom: string, validUntil: string | null = null) => ({ name, validFrom, validUntil })
const entries = [entry('old', '2024-01-01', '2026-03-01'), entry('new', '2026-03-01'), entry('twin', '2026-03-01')]

describe('what holds for a time', () => {
  it('holds from its first day until the day before its expiry', () => {
    expect(holdingOn(entries, '2026-02-28').map(({ name }) => name)).toEqual(['old'])
    expect(holdingOn(entries, '2026-03-01').map(({ name }) => name)).toEqual(['new', 'twin'])
    expect(holdingOn(entries, '2023-12-31')).toEqual([])
  })

  it('is of several the one that began last, and of twins the later one', () => {
    expect(latestOn(entries, '2026-02-28')?.name).toBe('old')
    expect(latestOn(entries, '2026-06-01')?.name).toBe('twin')
    expect(latestOn(entries, '2020-01-01')).toBeUndefined()
  })

  it('must hold on a day at least', () => {
    expect(findNoDay({ validFrom: '2026-03-01', validUntil: '2026-03-01' })).toMatchObject([{ field: 'validUntil' }])
    expect(findNoDay({ validFrom: '2026-03-01', validUntil: '2026-03-02' })).toEqual([])
    expect(findNoDay({ validFrom: '2026-03-01', validUntil: null })).toEqual([])
  })
})
