import { describe, expect, it } from 'vitest'
import { newId } from './ids.ts'

const now = new Date('2026-03-02T01:00:00.123Z')

describe('an id', () => {
  it('is a uuid of version 7 that carries its moment', () => {
    const id = newId(now)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime())
  })

  it('sorts after those made before it, in one millisecond too, and is never made twice', () => {
    const ids = Array.from({ length: 2_000 }, () => newId(now))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(newId(new Date(now.getTime() + 1)) > (ids.at(-1) ?? '')).toBe(true)
  })
})
