import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { switchNames } from '../../zones/contract/switches.ts'
import { scenarioNames } from '../contract/scenario.ts'
import { type PlanAddress, readAddress, requestOf, writeAddress } from './address.ts'

const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text !== '__proto__')
const positive = fc.double({ min: 0, max: 1e9, noNaN: true })
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0))
const value = fc.oneof(fc.boolean(), fc.constant(null), number, word)
const changes = fc.record({
  relax: fc.array(word),
  handling: fc.dictionary(word, positive),
  slips: fc.dictionary(word, positive),
})
const switches = fc.record(Object.fromEntries(switchNames.map((name) => [name, fc.boolean()])))
const address = fc.record(
  {
    zone: word,
    start: fc.constantFrom('2026-03-02', '2028-02-29'),
    scenario: fc.constantFrom(...scenarioNames),
    switches,
    facts: fc.dictionary(word, value),
    changes,
  },
  { requiredKeys: ['facts', 'changes'] },
) as fc.Arbitrary<PlanAddress>

describe('the address of a plan', () => {
  it('plans for the zone in which the other pages work, when the link names none', () => {
    expect(readAddress({ zone: 'linyi', t: 'land' })).toMatchObject({ address: { zone: 'linyi' }, ignored: [] })
    expect(readAddress({ zone: 'linyi', z: 'jiexiu' }).address.zone).toBe('jiexiu')
  })

  it('reads back whatever was written, through the text of a query', () => {
    fc.assert(
      fc.property(address, (given) => {
        const query = new URLSearchParams(writeAddress(given)).toString()
        const { address: read, ignored } = readAddress(Object.fromEntries(new URLSearchParams(query)))
        expect(read).toEqual(given)
        expect(ignored).toEqual([])
      }),
    )
  })

  it('never fails on any query', () => {
    const search = fc.dictionary(
      fc.oneof(word, fc.constantFrom(...'zdsynuqcwrhp')),
      fc.oneof(fc.string(), fc.integer()),
    )
    fc.assert(fc.property(search, (given) => readAddress(given).ignored.length >= 0))
  })

  it('names what it could not read', () => {
    const search = {
      s: 'fastest',
      d: '2026-02-30',
      q: 'investmentWan.much',
      h: 'eia.-3',
      w: 'parallel~magic',
      utm: 'x',
    }
    const { address: read, ignored } = readAddress(search)
    expect(ignored.toSorted()).toEqual(['d', 'eia', 'investmentWan', 'magic', 's', 'utm'])
    expect(read.switches?.parallel).toBe(true)
    expect(read.facts).toEqual({})
  })

  it('keeps all switches off apart from no switches given', () => {
    const off = Object.fromEntries(switchNames.map((name) => [name, false])) as NonNullable<PlanAddress['switches']>
    const given: PlanAddress = { facts: {}, switches: off, changes: { relax: [], handling: {}, slips: {} } }
    expect(readAddress(writeAddress(given)).address.switches).toEqual(off)
    expect(readAddress({}).address.switches).toBeUndefined()
  })

  it('asks the planner to start today when no start is given', () => {
    expect(requestOf(readAddress({}).address, '2026-03-02').start).toBe('2026-03-02')
    expect(requestOf(readAddress({ d: '2026-05-06' }).address, '2026-03-02').start).toBe('2026-05-06')
  })
})
