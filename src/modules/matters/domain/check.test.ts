import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Catalogue, Matter } from '../contract/catalogue.ts'
import { checkCatalogue } from './check.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../../../data/catalogue/matters.json', import.meta.url), 'utf8'),
) as Catalogue
const fees: unknown = JSON.parse(readFileSync(new URL('../../../../data/catalogue/fees.json', import.meta.url), 'utf8'))

/** The shipped catalogue with one matter changed. */
function changed(code: string, change: (matter: Matter) => object): Catalogue {
  return { ...shipped, matters: shipped.matters.map((m) => (m.code === code ? ({ ...m, ...change(m) } as Matter) : m)) }
}

function found(catalogue: unknown): string[] {
  return checkCatalogue(catalogue, fees).findings.map(({ code, matter, field }) => `${code} ${matter} ${field}`)
}

describe('checking a catalogue', () => {
  test('the shipped one has no error, and its only doubts are promises longer than the statute', () => {
    const { findings } = checkCatalogue(shipped, fees)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['matters.promise_longer']))
  })

  test.each<[string, (m: Matter) => object, string]>([
    [
      'a paper that does not exist',
      (m) => ({ inputs: [...m.inputs, { ref: 'no-such', treatment: 'hard' }] }),
      'matters.unknown_reference power inputs[2].ref',
    ],
    ['a misspelt fact in a rule', () => ({ applies: 'landKnid = "standard-land"' }), 'feel.unknown_fact power applies'],
    [
      'a limit below zero',
      (m) => ({ handling: { ...m.handling, statutory: { days: -1, unit: 'workday' } } }),
      'matters.bad_shape power handling.statutory.days',
    ],
    [
      'half a calendar day',
      (m) => ({ handling: { ...m.handling, statutory: { days: 2.5, unit: 'calendarDay' } } }),
      'matters.bad_shape power handling.statutory.days',
    ],
    ['a stage that does not exist', () => ({ stage: 'S9' }), 'matters.unknown_stage power stage'],
    ['a duration that is no fact', () => ({ durationFact: 'months' }), 'matters.unknown_fact power durationFact'],
    [
      'a day of supply that is none',
      () => ({ inputs: [{ ref: 'land-cert', treatment: 'tolerable', supplyBy: 'soon' }] }),
      'matters.bad_supply_by power inputs[0].supplyBy',
    ],
    [
      'the same input twice',
      (m) => ({ inputs: [...m.inputs, m.inputs[0]] }),
      'matters.input_twice power inputs[2].ref',
    ],
    ['a misspelt key', () => ({ afterProdution: true }), 'matters.unread_key power afterProdution'],
    [
      'a term on a hard input',
      () => ({ inputs: [{ ref: 'land-cert', treatment: 'hard', supplyBy: 'decision' }] }),
      'matters.unread_term power inputs[0].supplyBy',
    ],
    [
      'a tolerance until a matter that does not wait',
      () => ({ inputs: [{ ref: 'land-cert', treatment: 'tolerable', supplyBy: 'matter:seal' }] }),
      'matters.tolerance_elsewhere power inputs[0].supplyBy',
    ],
  ])('%s is found with its matter and field', (_, change, expected) => {
    expect(found(changed('power', change))).toContain(expected)
  })

  test('two matters with one code are found', () => {
    const twice = { ...shipped, matters: [...shipped.matters, shipped.matters[0]] }
    expect(found(twice)).toContain(`matters.code_twice ${shipped.matters[0]?.code} code`)
  })

  test('a circle is told once, with the way round', () => {
    const circle = changed('seal', (m) => ({ inputs: [...m.inputs, { ref: 'bank-acct', treatment: 'hard' }] }))
    const cycles = checkCatalogue(circle, fees).findings.filter(({ code }) => code === 'matters.cycle')
    expect(cycles).toHaveLength(1)
    expect(cycles[0]?.en).toMatch(/bank-account → seal → bank-account|seal → bank-account → seal/)
  })

  test('what is no catalogue at all is refused by its shape', () => {
    for (const raw of [null, 7, [], {}, { matters: 'x' }]) {
      const { findings, catalogue } = checkCatalogue(raw)
      expect(catalogue).toBeNull()
      expect(findings.length).toBeGreaterThan(0)
    }
  })
})
