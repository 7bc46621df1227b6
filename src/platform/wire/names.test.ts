import { describe, expect, it } from 'vitest'
import { nameless, statementNames } from './names.ts'

const text = 'select $1::text'

describe('names of statements', () => {
  it('come with the third time that a text is seen, on whatever connections, and stay the same on one', () => {
    const names = statementNames()
    const [one, other] = [names.onNewConnection(), names.onNewConnection()]
    expect([one.of(text), other.of(text)]).toEqual([undefined, undefined])
    const name = one.of(text)
    expect(name).toBeTypeOf('string')
    expect([one.of(text), one.of(text)]).toEqual([name, name])
  })

  it('differ for different texts of a connection', () => {
    const own = statementNames().onNewConnection()
    const named = ['a', 'b', 'c'].map((each) => [1, 2, 3].map(() => own.of(each)).at(-1))
    expect(new Set(named).size).toBe(3)
    expect(named).not.toContain(undefined)
  })

  it('are bounded: a connection that has named its fill names no more and is to give way, a new one begins again', () => {
    const names = statementNames()
    const own = names.onNewConnection()
    const given = Array.from({ length: 400 }, (_, i) => [1, 2, 3].map(() => own.of(`select ${i}`)).at(-1))
    const named = given.filter((name) => name !== undefined)
    expect(named).toHaveLength(300)
    expect(new Set(named).size).toBe(300)
    expect(own.spent()).toBe(true)
    const next = names.onNewConnection()
    expect(next.spent()).toBe(false)
    expect([1, 2, 3].map(() => next.of(text)).at(-1)).toBeTypeOf('string')
  })

  it('forget texts that are seen once in a long while, so that texts without end take no memory without end', () => {
    const own = statementNames().onNewConnection()
    own.of(text)
    own.of(text)
    for (let i = 0; i < 2_000; i++) own.of(`select ${i}`)
    expect([own.of(text), own.of(text)]).toEqual([undefined, undefined])
    expect(own.of(text)).toBeTypeOf('string')
  })

  it('are used no more on any connection after the schema has changed', () => {
    const names = statementNames()
    const [one, other] = [names.onNewConnection(), names.onNewConnection()]
    for (const own of [one, other, one, other]) own.of(text)
    names.forget()
    for (const own of [one, other, one, other, one, other]) expect(own.of(text)).toBeUndefined()
    expect([one.spent(), other.spent(), names.onNewConnection().spent()]).toEqual([true, true, false])
  })

  it('are not given where a pooler stands between', () => {
    const own = nameless.onNewConnection()
    for (let i = 0; i < 5; i++) expect(own.of(text)).toBeUndefined()
    expect(own.spent()).toBe(false)
  })
})
