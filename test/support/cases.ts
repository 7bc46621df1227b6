import { readFileSync } from 'node:fs'
import { buildCalendar, type Calendar } from '../../src/kernel/calendar.ts'
import type { CasePaper } from '../../src/modules/cases/contract/paper.ts'
import type { Circumstances, Command } from '../../src/modules/cases/domain/circumstances.ts'
import { decideStep } from '../../src/modules/cases/domain/decide-step.ts'
import { type Action, type CaseFacts, plainAction } from '../../src/modules/cases/domain/facts.ts'
import { applyAction } from '../../src/modules/cases/domain/fold.ts'
import { type RuleEntry, rulesOn } from '../../src/modules/cases/domain/rules.ts'

/** Weekends and the National Day holiday of 2026, with its make-up days. */
export const calendar: Calendar = buildCalendar([
  {
    year: 2026,
    off: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    work: ['2026-09-20', '2026-10-10'],
  },
])

function paper(ref: string, treatment: CasePaper['treatment'], supplyBy: string | null = null): CasePaper {
  return {
    ref,
    name: { zh: ref, en: ref },
    owner: 'enterprise',
    treatment,
    supplyBy,
    preReview: false,
    status: 'needed',
    fileId: null,
    note: null,
  }
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

/** The national rules as `data/rules/cases.json` has them. */
export const rules = rulesOn('2026-03-02', {
  national: (JSON.parse(readFileSync('data/rules/cases.json', 'utf8')) as { rules: RuleEntry[] }).rules.map(
    (entry) => ({ ...entry, validUntil: null }),
  ),
  zone: [],
})

/** Everything that a step may ask of what stands elsewhere, given: somebody of the ecology department who heads everything. */
export const everything: Partial<Circumstances> & { readonly promised: readonly string[] } = {
  promised: ['promise'],
  rules,
  relation: { departmentId: 'ecology', headsDepartment: true, headsZone: true },
  departments: new Map([
    ['ecology', '生态环境局'],
    ['fire', '消防'],
  ]),
  ownDepartment: { id: 'ecology', name: '生态环境局' },
  lead: { id: 'approval', name: '审批局' },
  target: { handler: { id: 'other', name: '李经办' }, office: { id: 'approval', name: '审批局' } },
}

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
export function step(
  { facts, actions }: Walk,
  today: string,
  command: Told,
  more: Partial<Circumstances> & { readonly promised?: readonly string[] } = {},
): Walk {
  const { promised = [], ...rest } = more
  const given: Circumstances = { calendar, today, actor: officer, committed: new Set(promised), ...rest }
  const action = decideStep(facts, told(command), given)
  return { facts: applyAction(facts, action), actions: [...actions, action] }
}
