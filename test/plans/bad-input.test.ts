import { describe, expect, test, vi } from 'vitest'
import type { Matter } from '../../src/modules/matters/contract/catalogue.ts'
import { run, runHere, withFiles } from './command.ts'
import { catalogue, project } from './given.ts'

// A busy machine starts a command slowly.
vi.setConfig({ testTimeout: 30_000 })

const facts = project('food-factory').facts

/** The catalogue in force with one matter changed; the change may break any shape. */
function withMatter(code: string, change: (matter: Matter) => Record<string, unknown>): unknown {
  return { ...catalogue, matters: catalogue.matters.map((m) => (m.code === code ? { ...m, ...change(m) } : m)) }
}

const firstInput = (m: Matter, change: Record<string, unknown>) => ({
  inputs: m.inputs.map((i, n) => (n === 0 ? { ...i, ...change } : i)),
})
const statutory = (change: Record<string, unknown>) => (m: Matter) => ({
  handling: { ...m.handling, statutory: { ...m.handling.statutory, ...change } },
})

/** What is wrong with the catalogue → the file, and what the one line must name: the matter, then the field. */
const badCatalogues: Record<string, { catalogue: unknown; names: readonly string[] }> = {
  'an input that nobody knows': {
    catalogue: withMatter('seal', (m) => firstInput(m, { ref: 'busines-licence' })),
    names: ['seal', 'inputs', 'busines-licence'],
  },
  'a supply by a matter that is not there': {
    catalogue: withMatter('geotech', () => ({
      inputs: [{ ref: 'land-cert', treatment: 'tolerable', supplyBy: 'matter:nowhere' }],
    })),
    names: ['geotech', 'inputs', 'nowhere'],
  },
  'a supply in no form that is known': {
    catalogue: withMatter('geotech', () => ({
      inputs: [{ ref: 'land-cert', treatment: 'tolerable', supplyBy: 'some day' }],
    })),
    names: ['geotech', 'inputs', 'some day'],
  },
  'a supply within less than no days': {
    catalogue: withMatter('geotech', () => ({
      inputs: [{ ref: 'land-cert', treatment: 'tolerable', supplyBy: 'workdays:-5' }],
    })),
    names: ['geotech', 'inputs', 'workdays:-5'],
  },
  'a misspelt fact in a rule': {
    catalogue: withMatter('gas', () => ({ applies: 'gasUsed' })),
    names: ['gas', 'applies', 'gasUsed'],
  },
  'a misspelt fact as duration': {
    catalogue: withMatter('construction', () => ({ durationFact: 'constructionDays' })),
    names: ['construction', 'durationFact', 'constructionDays'],
  },
  'a rule that is no expression': {
    catalogue: withMatter('gas', () => ({ applies: 'gasUse and' })),
    names: ['gas', 'applies'],
  },
  'a rule that is not a yes or no': {
    catalogue: withMatter('gas', () => ({ applies: 'landAreaHa + 1' })),
    names: ['gas', 'applies'],
  },
  'a rule that compares a number with a text': {
    catalogue: withMatter('gas', () => ({ applies: 'landAreaHa >= "5"' })),
    names: ['gas', 'applies'],
  },
  'a circle': {
    catalogue: withMatter('entry-review', (m) => ({
      inputs: [...m.inputs, { ref: 'invest-contract', treatment: 'hard' }],
    })),
    names: ['entry-review', 'inputs', 'invest-agreement'],
  },
  'two matters with one code': {
    catalogue: { ...catalogue, matters: [...catalogue.matters, ...catalogue.matters.filter((m) => m.code === 'gas')] },
    names: ['gas', 'code'],
  },
  'a limit below zero': {
    catalogue: withMatter('gas', statutory({ days: -1 })),
    names: ['gas', 'handling.statutory.days'],
  },
  'a floor below zero': {
    catalogue: withMatter('land-listing', (m) => ({
      handling: { ...m.handling, floor: { days: -30, unit: 'calendarDay' } },
    })),
    names: ['land-listing', 'handling.floor.days'],
  },
  'a preparation below zero': {
    catalogue: withMatter('gas', () => ({ preparation: { normal: -1, fast: 0 } })),
    names: ['gas', 'preparation.normal'],
  },
  'a text where a number belongs': {
    catalogue: withMatter('gas', statutory({ days: '7' })),
    names: ['gas', 'handling.statutory.days'],
  },
  'a unit that is not known': {
    catalogue: withMatter('gas', statutory({ unit: 'week' })),
    names: ['gas', 'handling.statutory.unit'],
  },
  'a treatment that is not known': {
    catalogue: withMatter('seal', (m) => firstInput(m, { treatment: 'soft' })),
    names: ['seal', 'inputs'],
  },
  'a stage that is not there': {
    catalogue: withMatter('gas', () => ({ stage: 'S9' })),
    names: ['gas', 'stage', 'S9'],
  },
  'a missing rule': {
    catalogue: withMatter('gas', () => ({ applies: undefined })),
    names: ['gas', 'applies'],
  },
  'something that is not JSON': { catalogue: '{"format": "luodi-catalogue/1",', names: ['catalogue.json'] },
  'something that is no catalogue': { catalogue: [1, 2, 3], names: ['catalogue'] },
}

/** What is wrong with the facts file → its content, and what the one line must name. */
const badFacts: Record<string, { content: unknown; names: readonly string[] }> = {
  'a fact that nobody knows': { content: { ...facts, landArea: 3 }, names: ['landArea'] },
  'a fact named like a property of every object': { content: { ...facts, constructor: true }, names: ['constructor'] },
  'a fact named __proto__': { content: '{"__proto__": true}', names: ['__proto__'] },
  '"7" where 7 belongs': { content: { ...facts, landAreaHa: '7' }, names: ['landAreaHa'] },
  'a number where yes or no belongs': { content: { ...facts, gasUse: 1 }, names: ['gasUse'] },
  'a choice that is none of the options': { content: { ...facts, eiaCategory: 'bok' }, names: ['eiaCategory', 'bok'] },
  'a list as fact': { content: { ...facts, gasUse: [true] }, names: ['gasUse'] },
  'a number beyond all numbers': { content: '{"landAreaHa": 1e999}', names: ['landAreaHa'] },
  'works that last less than no time': {
    content: { ...facts, constructionWorkdays: -1 },
    names: ['constructionWorkdays'],
  },
  'a list instead of facts': { content: [facts], names: ['facts'] },
  'a text instead of facts': { content: '"facts"', names: ['facts'] },
  'something that is not JSON': { content: 'newCompany: true', names: ['facts.json'] },
  'null instead of facts': { content: 'null', names: ['facts'] },
  'nothing at all': { content: '', names: ['facts.json'] },
}

const badOptions: Record<string, { args: readonly string[]; names: readonly string[] }> = {
  'an unknown scenario': { args: ['--facts', 'facts.json', '--scenario', 'fastest'], names: ['fastest', 'same-day'] },
  'a scenario named like a property': {
    args: ['--facts', 'facts.json', '--scenario', 'toString'],
    names: ['toString'],
  },
  'a date that is none': { args: ['--facts', 'facts.json', '--start', '2026-02-30'], names: ['2026-02-30'] },
  'a date in another form': { args: ['--facts', 'facts.json', '--start', '2.3.2026'], names: ['2.3.2026'] },
  'a date before the calendar': { args: ['--facts', 'facts.json', '--start', '1990-01-01'], names: ['2000'] },
  'a file that is not there': { args: ['--facts', 'elsewhere.json'], names: ['elsewhere.json'] },
  'a folder as file': { args: ['--facts', '.'], names: ['.'] },
  'a catalogue that is not there': {
    args: ['--facts', 'facts.json', '--catalogue', 'none.json'],
    names: ['none.json'],
  },
  'a calendar that is not there': { args: ['--facts', 'facts.json', '--calendar', 'none.json'], names: ['none.json'] },
  'a calendar with a day that is none': {
    args: ['--facts', 'facts.json', '--calendar', 'days.json'],
    names: ['2026-13-01'],
  },
}

interface Wrong {
  readonly args: readonly string[]
  readonly names: readonly string[]
  /** As a program of its own, as people run it; else the same command line in this process. */
  readonly started: boolean
}

/** Exit 1, one line on stderr that names everything asked for, and not a character on stdout. */
async function expectRefusal(files: Record<string, unknown>, { args, names, started }: Wrong) {
  const go = started ? run : runHere
  const { code, stdout, stderr } = await withFiles(files, (folder) => go(['plan', ...args], folder))
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+\n$/)
  for (const name of names) expect(stderr).toContain(name)
}

/** The first of each kind of wrong is a program of its own; with LUODI_LONG=1 every one is. */
function cases<T>(wrong: Record<string, T>): readonly (readonly [string, T & { readonly started: boolean }])[] {
  const long = process.env.LUODI_LONG === '1'
  return Object.entries(wrong).map(([what, one], place) => [what, { ...one, started: long || place === 0 }])
}

describe('luodi plan --json refuses in one line', () => {
  test.each(cases(badCatalogues))('%s in the catalogue', async (_, { names, started, ...bad }) => {
    const args = ['--facts', 'facts.json', '--catalogue', 'catalogue.json', '--scenario', 'serial', '--json']
    await expectRefusal({ 'facts.json': facts, 'catalogue.json': bad.catalogue }, { args, names, started })
  })

  test.each(cases(badFacts))('%s in the facts', async (_, { names, started, ...bad }) => {
    await expectRefusal({ 'facts.json': bad.content }, { args: ['--facts', 'facts.json', '--json'], names, started })
  })

  test.each(cases(badOptions))('%s', async (_, { names, started, ...bad }) => {
    const files = { 'facts.json': facts, 'days.json': { year: 2026, off: ['2026-13-01'], work: [] } }
    await expectRefusal(files, { args: [...bad.args, '--json'], names, started })
  })
})

describe('luodi plan in words refuses in one line too', () => {
  test('whatever is wrong: catalogue, facts or options', async () => {
    const circle = badCatalogues['a circle']?.catalogue
    await expectRefusal(
      { 'facts.json': facts, 'catalogue.json': circle },
      {
        args: ['--facts', 'facts.json', '--catalogue', 'catalogue.json'],
        names: ['entry-review', 'inputs'],
        started: true,
      },
    )
    await expectRefusal(
      { 'facts.json': '{"gasUsed": true}' },
      { args: ['--facts', 'facts.json'], names: ['gasUsed'], started: false },
    )
    await expectRefusal(
      {},
      { args: ['--facts', 'facts.json', '--start', 'soon'], names: ['facts.json'], started: false },
    )
  })
})
