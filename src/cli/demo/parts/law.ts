import { z } from 'zod'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import type { CaseDetail } from '../../../modules/cases/contract/case.ts'
import { decisions } from '../../../modules/cases/contract/decisions.ts'
import { HandlingRule } from '../../../modules/cases/contract/rule.ts'
import { type RuleName, ruleNames } from '../../../modules/cases/contract/rules.ts'
import { verbs } from '../../../modules/cases/contract/step-table.ts'
import { getApplication, submitCase } from '../../../modules/cases/contract.ts'
import { Absence } from '../../../modules/organisation/contract/absence.ts'
import { Department } from '../../../modules/organisation/contract/department.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, foundation, kept, refOf, type Telling } from '../script.ts'

const key = z.string()

const Step = z.strictObject({
  verb: z.enum(verbs),
  on: Before,
  /** Minutes after midnight. */
  at: z.int().default(600),
  by: key,
  happened: Before.optional(),
  /** The fields of the step's form; departments and people by their keys. */
  form: z.record(z.string(), z.unknown()).default({}),
  departments: z.array(z.strictObject({ key, days: z.int() })).optional(),
  person: key.optional(),
})

const schema = z.strictObject({
  note: z.string(),
  heads: z.array(z.strictObject({ department: key, person: key })).default([]),
  rules: z
    .array(
      z.strictObject({ rule: z.enum(ruleNames as [RuleName, ...RuleName[]]), value: z.string(), source: z.string() }),
    )
    .default([]),
  /** Away from a day until so many calendar days after the last day before the demonstration. */
  absences: z
    .array(
      z.strictObject({
        person: key,
        from: Before,
        daysAfter: z.int(),
        delegate: key,
        reason: z.enum(['leave', 'travel', 'training']),
      }),
    )
    .default([]),
  cases: z
    .array(
      z.strictObject({
        project: key,
        matter: z.string(),
        /** The case is opened on this day; without one it is a case of the zone's own script, by its name there. */
        on: Before.optional(),
        known: z.string().optional(),
        without: z.array(z.string()).default([]),
        steps: z.array(Step),
      }),
    )
    .default([]),
})
type Told = z.infer<typeof schema>
type CaseTold = Told['cases'][number]

const doors = {
  department: recordEndpoints(Department).update,
  rule: recordEndpoints(HandlingRule).create,
  absence: recordEndpoints(Absence).create,
}

/** Cases as the law has them: joint review, extension, special procedure, owed papers, hands, reversal; rules and heads of the zone. */
export const part = demoPart<Told>({
  schema,
  acts: (telling, told) => [
    ...told.heads.map((one, i) => headAct(telling, one, i)),
    ...told.rules.map((one, i) => ruleAct(telling, one, i)),
    ...told.absences.map((one) => absenceAct(telling, one)),
    ...told.cases.flatMap((one) => caseActs(telling, one)),
  ],
})

function headAct({ days }: Telling, { department, person }: Told['heads'][number], i: number): Act {
  const name = `department:${department}`
  return {
    key: `law/head/${department}`,
    at: days.at(foundation + 2, 540 + i),
    by: 'admin',
    run: async ({ call, ref, id }) =>
      kept(name, await call(doors.department, { ...refOf(ref(name)), headId: id(`person:${person}`) })),
  }
}

function ruleAct({ days }: Telling, rule: Told['rules'][number], i: number): Act {
  const code = `law/rule/${rule.rule}`
  return {
    key: code,
    at: days.at(foundation + 3, 540 + i),
    by: 'admin',
    run: async ({ call }) => kept(code, await call(doors.rule, { ...rule, validFrom: days.day(foundation + 3) })),
  }
}

function absenceAct({ days }: Telling, { person, from, daysAfter, delegate, reason }: Told['absences'][number]): Act {
  const code = `law/absence/${person}`
  return {
    key: code,
    at: days.at(from, 480),
    by: 'admin',
    run: async ({ call, id }) => {
      const toOn = dayFromNumber(dayNumber(days.day(-1)) + daysAfter)
      const people = { personId: id(`person:${person}`), delegateId: id(`person:${delegate}`) }
      return kept(code, await call(doors.absence, { ...people, fromOn: days.day(from), toOn, reason }))
    },
  }
}

function caseActs({ days }: Telling, told: CaseTold): Act[] {
  const name = told.known ?? `case:${told.project}/${told.matter}/${-(told.on ?? 0)}`
  const opened: Act[] = told.on === undefined ? [] : [openAct({ days }, told, name)]
  return [...opened, ...told.steps.map((step, i) => stepAct({ days }, step, { name, i }))]
}

function openAct({ days }: Pick<Telling, 'days'>, { project, matter, on = -1, without }: CaseTold, name: string): Act {
  return {
    key: `law/${name}`,
    at: days.at(on, 545),
    by: 'agent',
    run: async ({ call, id }) => {
      const place = { project: id(`project:${project}`), matter }
      const { papers } = await call(getApplication, place)
      const given = papers
        .filter(({ ref, status }) => status === 'needed' && !without.includes(ref))
        .map(({ ref }) => ({ ref, fileId: null, note: null }))
      return { [name]: refOf(await call(submitCase, { ...place, papers: given })) }
    },
  }
}

function stepAct(
  { days }: Pick<Telling, 'days'>,
  { verb, on, at, by, happened, form, departments, person }: CaseTold['steps'][number],
  { name, i }: { readonly name: string; readonly i: number },
): Act {
  return {
    key: `law/${name}/${i + 1}-${verb}`,
    at: days.at(on, at),
    by,
    run: async ({ call, ref, id }) => {
      const door = decisions[verb] as unknown as Endpoint<
        Record<string, unknown> & { readonly zone: string },
        CaseDetail
      >
      const named = {
        ...(departments && {
          departments: departments.map((one) => ({ id: id(`department:${one.key}`), days: one.days })),
        }),
        ...(person !== undefined && { person: id(`person:${person}`) }),
        ...(happened !== undefined && { happenedOn: days.day(happened) }),
      }
      return { [name]: refOf(await call(door, { ...refOf(ref(name)), ...form, ...named })) }
    },
  }
}
