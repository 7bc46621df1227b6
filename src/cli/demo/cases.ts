import type { Endpoint } from '../../kernel/endpoint.ts'
import type { CaseDetail } from '../../modules/cases/contract/case.ts'
import { decisions } from '../../modules/cases/contract/decisions.ts'
import type { Verb } from '../../modules/cases/contract/step-table.ts'
import { getApplication, submitCase } from '../../modules/cases/contract.ts'
import type { CaseScript, StepScript } from './case-data.ts'
import type { ProjectScript } from './data.ts'
import type { DemoDays } from './days.ts'
import { type Act, refOf, type Stage, type Telling } from './script.ts'

const applicants: readonly Verb[] = ['resubmit', 'supply', 'requestWithdraw']
const leaders: readonly Verb[] = ['revoke', 'takeBack']
const morning = 540
const between = 37

/** A case from its submission to where it stands: each step at its own time, by whoever takes it. */
export function caseActs({ days }: Telling, { key }: ProjectScript, told: CaseScript): Act[] {
  const name = `case:${key}/${told.matter}/${-told.on}`
  const steps = told.done === undefined ? told.steps : passed(told, told.done)
  const moments = momentsOf(days, told.on, steps)
  return [
    {
      key: name,
      at: moments[0] as Date,
      by: told.by ?? 'agent',
      run: async (stage) => ({ [name]: refOf(await submit(stage, `project:${key}`, told)) }),
    },
    ...steps.map(
      (step, i): Act => ({
        key: `${name}/${i + 1}-${step.verb}`,
        at: moments[i + 1] as Date,
        by: step.by ?? usual(told, step.verb),
        run: async ({ call, ref }) => {
          // The door of every verb has its own input; the step's form is checked by the door's schema.
          const door = decisions[step.verb] as unknown as Endpoint<Form & { readonly zone: string }, CaseDetail>
          return { [name]: refOf(await call(door, { ...refOf(ref(name)), ...formOf(days, step) })) }
        },
      }),
    ),
  ]
}

type Form = Readonly<Record<string, unknown>>

/** Accepted at once, passed and delivered on its last day. */
function passed({ on, covered }: CaseScript, done: number): StepScript[] {
  return [
    { verb: 'accept', on, covered },
    { verb: 'decide', on: done, result: 'pass' },
    { verb: 'issue', on: done },
  ]
}

/** Steps of one day follow one another; a new day begins in the morning. */
function momentsOf(days: DemoDays, submittedOn: number, steps: readonly StepScript[]): Date[] {
  let day = submittedOn
  let minutes = morning
  const later = steps.map(({ on }) => {
    minutes = on === day ? minutes + between : morning
    day = on
    return days.at(day, minutes)
  })
  return [days.at(submittedOn, morning), ...later]
}

function usual({ by = 'agent', officer = 'officer' }: CaseScript, verb: Verb): string {
  if (leaders.includes(verb)) return 'leader'
  return applicants.includes(verb) ? by : officer
}

async function submit({ call, id }: Stage, project: string, { matter, without }: CaseScript): Promise<CaseDetail> {
  const { papers } = await call(getApplication, { project: id(project), matter })
  const given = papers
    .filter(({ ref, status }) => status === 'needed' && !without.includes(ref))
    .map(({ ref }) => ({ ref, fileId: null, note: null }))
  return call(submitCase, { project: id(project), matter, papers: given })
}

/** What the form of the step says; every correction and every supply names its papers. */
function formOf(days: DemoDays, { verb, on: _, by: __, happened, papers, ...form }: StepScript): Form {
  const happenedOn = happened === undefined ? {} : { happenedOn: days.day(happened) }
  if (papers === undefined) return { ...form, ...happenedOn }
  return { ...form, ...happenedOn, papers: Array.isArray(papers) ? papers.map((ref) => ({ ref })) : returned(papers) }
}

function returned(papers: Readonly<Record<string, string>>) {
  return Object.entries(papers).map(([ref, note]) => ({ ref, note }))
}
