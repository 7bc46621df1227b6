import { describe, expect, test, vi } from 'vitest'
import type { PlannedMatter } from '../../src/modules/plans/contract/plan.ts'
import { scenarioNames } from '../../src/modules/plans/contract/scenario.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'
import { run, withFiles } from './command.ts'
import { calendar, catalogue, checkValues, compiled, projects, start } from './given.ts'

// Every case starts the command anew, which a busy machine does slowly.
vi.setConfig({ testTimeout: 30_000 })

/** The fields of the answer, as the specification of the planner lists them. */
const fields = [
  'scenario',
  'start',
  'matters',
  'undecided',
  'milestones',
  'papers',
  'owed',
  'commitments',
  'fees',
  'provisional',
]
const timeFields = ['start', 'filed', 'finish', 'startDate', 'finishDate', 'slack', 'critical', 'prior'] as const

const everyPair = projects.flatMap((p) => scenarioNames.map((scenario) => ({ code: p.code, facts: p.facts, scenario })))

describe('luodi plan --json', () => {
  test.each(everyPair)(
    'gives the check values and every field for $code, $scenario',
    async ({ code, facts, scenario }) => {
      const args = ['plan', '--facts', 'facts.json', '--start', start, '--scenario', scenario, '--json']
      const { code: exit, stdout, stderr } = await withFiles({ 'facts.json': facts }, (folder) => run(args, folder))
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
      const answer = JSON.parse(stdout) as Record<string, unknown> & {
        matters: PlannedMatter[]
        milestones: Record<string, number>
      }
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(fields))
      const { contract, permit, production, incomplete } = answer.milestones
      expect([contract, permit, production]).toEqual(checkValues[code]?.[scenario])
      expect(incomplete).toBe(false)
      expect(answer.matters).toHaveLength(catalogue.matters.length)
      const plan = planOf(compiled, { facts, calendar, start, scenario })
      for (const [i, matter] of answer.matters.entries()) {
        const planned = plan.matters[i]
        expect(matter.code).toBe(planned?.code)
        expect(matter.applies).toBe(planned?.applies)
        for (const field of timeFields) expect(matter[field], `${matter.code} ${field}`).toEqual(planned?.[field])
        if (matter.applies === false) expect(Object.keys(matter)).toEqual(['code', 'applies'])
      }
      for (const field of ['scenario', 'start', 'undecided', 'owed', 'provisional'] as const) {
        expect(answer[field], field).toEqual(JSON.parse(JSON.stringify(plan[field])))
      }
    },
  )

  test('lists undecided matters with the facts that they wait for, and marks the milestones incomplete', async () => {
    const { stdout } = await withFiles({ 'facts.json': { facts: {} } }, (folder) =>
      run(['plan', '--facts', 'facts.json', '--start', start, '--json'], folder),
    )
    const answer = JSON.parse(stdout) as {
      undecided: { code: string; missing: string[] }[]
      milestones: { incomplete: boolean }
    }
    expect(answer.milestones.incomplete).toBe(true)
    expect(answer.undecided).toContainEqual({
      code: 'soil-water-book',
      missing: ['earthworkM3', 'landAreaHa', 'soilErosionArea'],
    })
  })

  test('reads the facts by themselves or under "facts", with the same answer', async () => {
    const facts = projects[0]?.facts ?? {}
    await withFiles({ 'bare.json': facts, 'under.json': { facts } }, async (folder) => {
      const args = (file: string) => ['plan', '--facts', file, '--start', start, '--json']
      const [bare, under] = await Promise.all([run(args('bare.json'), folder), run(args('under.json'), folder)])
      expect(bare.stdout).toBe(under.stdout)
      expect(bare.code).toBe(0)
    })
  })

  test('plans with a catalogue and a calendar of one’s own', async () => {
    const entryReview = catalogue.matters.filter((m) => m.code === 'entry-review')
    const own = { ...catalogue, matters: entryReview.map((m) => ({ ...m, inputs: [] })) }
    const holiday = { year: 2026, off: ['2026-03-03'], work: ['2026-03-07'] }
    const files = { 'facts.json': {}, 'own.json': own, 'days.json': holiday }
    const args = [
      'plan',
      '--facts',
      'facts.json',
      '--catalogue',
      'own.json',
      '--calendar',
      'days.json',
      '--start',
      start,
    ]
    const { stdout } = await withFiles(files, (folder) => run([...args, '--scenario', 'promised', '--json'], folder))
    const [matter] = (JSON.parse(stdout) as { matters: PlannedMatter[] }).matters
    // Preparation 5, limit 5; 03-03 is off and Saturday 03-07 is worked: working days 2, 4, 5, 6, 7, 9, 10, 11, 12, 13 and 16 March.
    expect(matter).toMatchObject({ filed: 5, finish: 10, startDate: '2026-03-02', finishDate: '2026-03-16' })
  })
})
