import { buildCalendar, type Calendar } from '../../src/kernel/calendar.ts'
import type { CasePaper } from '../../src/modules/cases/contract/paper.ts'
import { type Command, decideStep } from '../../src/modules/cases/domain/decide-step.ts'
import { type Action, type CaseFacts, plainAction } from '../../src/modules/cases/domain/facts.ts'
import { applyAction } from '../../src/modules/cases/domain/fold.ts'

/** Weekends and the National Day holiday of 2026, with its make-up days. */
export const calendar: Calendar = buildCalendar([
  {
    year: 2026,
    off: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    work: ['2026-09-20', '2026-10-10'],
  },
])

function paper(ref: string, treatment: CasePaper['treatment'], supplyBy: string | null = null): CasePaper {
  return { ref, name: { zh: ref, en: ref }, treatment, supplyBy, status: 'needed', fileId: null, note: null }
}

/** One paper of every treatment that the catalogue knows. */
export const papers: readonly CasePaper[] = [
  paper('form', 'hard'),
  paper('later', 'tolerable', 'workdays:3'),
  paper('with-decision', 'tolerable', 'decision'),
  paper('promise', 'commitment'),
  paper('zone-study', 'regional'),
]

export const officer = { id: 'officer', name: '王经办' }

/** A case that was handed in on this day with these papers. */
export function submitted(on: string, given: readonly string[] = papers.map(({ ref }) => ref)): Action {
  const opening = {
    limits: { statutory: { days: 20, unit: 'workday' }, promised: { days: 5, unit: 'workday' } } as const,
    papers: papers.map((one) => ({ ...one, status: given.includes(one.ref) ? ('given' as const) : one.status })),
  }
  return { ...plainAction('submit', on, { id: 'applicant', name: '李企业' }), opening }
}

/** Distributes over the verbs, so that each keeps its own input. */
type Told = Command extends infer C
  ? C extends { verb: infer V; input: infer I }
    ? { verb: V; input: Omit<I, 'zone' | 'id' | 'version'> }
    : never
  : never

/** A command without its address: only what the rule reads. */
export function told(command: Told): Command {
  return { ...command, input: { zone: 'here', id: 'case', version: 1, ...command.input } } as Command
}

/** A case as its actions have made it, walked by commands. */
export interface Walk {
  readonly facts: CaseFacts
  readonly actions: readonly Action[]
}

export function begin(on: string, given?: readonly string[]): Walk {
  const action = submitted(on, given)
  return { facts: applyAction(null, action), actions: [action] }
}

/** One step on a day; throws the rule's refusal. */
export function step({ facts, actions }: Walk, today: string, command: Told, committed: readonly string[] = []): Walk {
  const given = { calendar, today, actor: officer, committed: new Set(committed) }
  const action = decideStep(facts, told(command), given)
  return { facts: applyAction(facts, action), actions: [...actions, action] }
}
