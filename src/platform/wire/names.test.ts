import { describe, expect, it } from 'vitest'
import { type ConnectionNames, nameless, statementNames } from './names.ts'

const text = 'select $1::text'

/** The name that a text is sent under, answered by PostgreSQL. */
function sent(own: ConnectionNames, asked: string): string | undefined {
  const kept = own.of(asked)
  if (kept) kept.known = true
  return kept?.name
}

describe('names of statements', () => {
  it('come with the third time that a text is seen, on whatever connections, and stay the same on one', () => {
    const names = statementNames()
    const [one, other] = [names.onNewConnection(), names.onNewConnection()]
    expect([sent(one, text), sent(other, text)]).toEqual([undefined, undefined])
    const name = sent(one, text)
    expect(name).toBeTypeOf('string')
    expect([sent(one, text), sent(one, text)]).toEqual([name, name])
  })

  it('differ for different texts of a connection', () => {
    const own = statementNames().onNewConnection()
    const named = ['a', 'b', 'c'].map((each) => [1, 2, 3].map(() => sent(own, each)).at(-1))
    expect(new Set(named).size).toBe(3)
    expect(named).not.toContain(undefined)
  })

  it('are bounded: a connection that has named its fill names no more and is to give way, a new one begins again', () => {
    const names = statementNames()
    const own = names.onNewConnection()
    const given = Array.from({ length: 400 }, (_, i) => [1, 2, 3].map(() => sent(own, `select ${i}`)).at(-1))
    const named = given.filter((name) => name !== undefined)
    expect(named).toHaveLength(300)
    expect(new Set(named).size).toBe(300)
    expect(own.spent()).toBe(true)
    const next = names.onNewConnection()
    expect(next.spent()).toBe(false)
    expect([1, 2, 3].map(() => sent(next, text)).at(-1)).toBeTypeOf('string')
  })

  it('forget texts that are seen once in a long while, so that texts without end take no memory without end', () => {
    const own = statementNames().onNewConnection()
    sent(own, text)
    sent(own, text)
    for (let i = 0; i < 2_000; i++) sent(own, `select ${i}`)
    expect([sent(own, text), sent(own, text)]).toEqual([undefined, undefined])
    expect(sent(own, text)).toBeTypeOf('string')
  })

  it('are used no more on any connection after the schema has changed', () => {
    const names = statementNames()
    const [one, other] = [names.onNewConnection(), names.onNewConnection()]
    for (const own of [one, other, one, other]) sent(own, text)
    names.forget()
    for (const own of [one, other, one, other, one, other]) expect(sent(own, text)).toBeUndefined()
    expect([one.spent(), other.spent(), names.onNewConnection().spent()]).toEqual([true, true, false])
  })

  it('are given once until PostgreSQL has answered, and never again when it has refused', () => {
    const own = statementNames().onNewConnection()
    for (let i = 0; i < 2; i++) own.of(text)
    const first = own.of(text)
    expect(first).toMatchObject({ known: false, shape: null })
    expect(own.of(text)).toBeUndefined()
    own.drop(text)
    const second = own.of(text)
    expect(second?.name).toBeTypeOf('string')
    expect(second?.name).not.toBe(first?.name)
  })

  it('are not given where a pooler stands between', () => {
    const own = nameless.onNewConnection()
    for (let i = 0; i < 5; i++) expect(sent(own, text)).toBeUndefined()
    expect(own.spent()).toBe(false)
  })
})
