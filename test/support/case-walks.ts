import fc from 'fast-check'
import { dayFromNumber, dayNumber } from '../../src/kernel/calendar.ts'
import { reversalKinds } from '../../src/modules/cases/contract/procedure.ts'
import { decisionResults } from '../../src/modules/cases/contract/state.ts'
import { type Verb, verbs } from '../../src/modules/cases/contract/step-table.ts'
import { refusalOf } from '../../src/modules/cases/contract/steps.ts'
import { stranger, subjectOf } from '../../src/modules/cases/domain/subject.ts'
import { begin, calendar, everything, papers, step, type Walk } from './cases.ts'

const start = '2026-09-14'
const refs = papers.map(({ ref }) => ref)
const someRefs = fc.subarray(refs)
const given = (list: readonly string[]) => list.map((ref) => ({ ref, fileId: null, note: null }))

/** An input for every verb, right or wrong: out of order, too early, with papers that do not belong. */
const inputs = fc.record({
  reason: fc.constantFrom('理由', '理由', '理由', '  '),
  remedies: fc.constantFrom('可以申请行政复议', null),
  result: fc.constantFrom(...decisionResults),
  opinion: fc.constantFrom('agree', 'disagree'),
  promisedDays: fc.integer({ min: 1, max: 30 }),
  paper: fc.constant(null),
  owed: fc.oneof(fc.constantFrom(['later'], ['later', 'with-decision'], []), someRefs),
  covered: fc.oneof(fc.constantFrom(['zone-study'], []), someRefs),
  awaiting: fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, someRefs),
  chosen: someRefs,
  procedure: fc.constantFrom('expertReview', null),
  days: fc.constantFrom(null, 3, 10, 40),
  departments: fc.constantFrom(
    ['fire'],
    ['fire'],
    ['fire'],
    ['ecology'],
    ['ecology', 'fire'],
    ['approval'],
    ['fire', 'fire'],
  ),
  person: fc.constantFrom('someone', null),
  department: fc.constantFrom('somewhere', null, null, null),
  reversal: fc.constantFrom(...reversalKinds),
})

interface Try {
  readonly verb: Verb
  /** Take one of the steps that lead on instead of the verb. */
  readonly onward: boolean
  readonly pick: number
  readonly wait: number
  readonly back: number
  readonly input: typeof inputs extends fc.Arbitrary<infer T> ? T : never
}

const tries: fc.Arbitrary<Try> = fc.record({
  verb: fc.constantFrom(...verbs),
  onward: fc.constantFrom(true, true, true, false),
  pick: fc.nat(20),
  wait: fc.constantFrom(0, 0, 1, 1, 2, 5),
  back: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1, 9),
  input: inputs,
})

const beginnings = fc.constantFrom(refs, ['form', 'promise'], ['form', 'promise', 'later'], [])
/** Any walk of a case: how it begins, and what is tried. */
export const walks = fc.record({ given: beginnings, tries: fc.array(tries, { minLength: 1, maxLength: 40 }) })

/** How whoever walks stands to the case. */
export const standing = { relation: everything.relation ?? stranger, owedLapse: 'office' } as const

const sideways: readonly Verb[] = [
  'transfer',
  'remind',
  'decline',
  'refuseAcceptance',
  'requestWithdraw',
  'giveOpinion',
  'record',
]

/** Any verb; mostly one that is possible and leads on, so that walks get far. */
function verbOf({ verb, onward, pick }: Try, { facts }: Walk, today: string): Verb {
  const subject = subjectOf(facts, { calendar, today }, standing)
  const possible = verbs.filter((one) => !sideways.includes(one) && refusalOf(subject, one) === null)
  return (onward ? possible[pick % possible.length] : verb) ?? verb
}

function commandOf(one: Try, walk: Walk, today: string) {
  const { back, input } = one
  const verb = verbOf(one, walk, today)
  const returned = walk.facts.papers.filter((paper) => paper.status === 'returned').map(({ ref }) => ref)
  const list = verb === 'resubmit' && returned.length > 0 ? returned : input.chosen
  const happenedOn = back === 0 ? undefined : dayFromNumber(dayNumber(today) - back)
  const content = {
    ...input,
    happenedOn,
    departments: input.departments.map((id) => ({ id, days: 2 })),
    papers: verb === 'correct' ? list.map((ref) => ({ ref, note: '不清' })) : given(list),
  }
  return { verb, input: content } as unknown as Parameters<typeof step>[2]
}

/** Walks and shows every try: the case before it, and the case or the refusal after it. */
export function walkOn(plan: { given: readonly string[]; tries: readonly Try[] }, look: (seen: Seen) => void): Walk {
  let walk = begin(start, plan.given)
  let today = start
  for (const one of plan.tries) {
    today = dayFromNumber(dayNumber(today) + one.wait)
    const command = commandOf(one, walk, today)
    const before = walk
    let refused: unknown = null
    try {
      walk = step(walk, today, command, everything)
    } catch (error) {
      refused = error
    }
    look({ before, after: walk, verb: command.verb, happenedOn: command.input.happenedOn, today, refused })
  }
  return walk
}

export interface Seen {
  readonly before: Walk
  readonly after: Walk
  readonly verb: Verb
  readonly happenedOn: string | undefined
  readonly today: string
  readonly refused: unknown
}
