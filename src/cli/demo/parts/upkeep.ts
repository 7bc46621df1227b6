import { z } from 'zod'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { upkeepRule } from '../../../modules/upkeep/contract/rule.ts'
import { kinds, payers, urgencies, urgencyLabels, verbs } from '../../../modules/upkeep/contract/words.ts'
import { doors, type FaultView, reportFault } from '../../../modules/upkeep/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  ruledOn: Before,
  rules: z.array(z.strictObject({ urgency: z.enum(urgencies), takeHours: z.int(), mendHours: z.int() })),
  faults: z.array(
    z.strictObject({
      title: z.string(),
      building: z.string(),
      /** Left out: a shared part. */
      unit: z.string().optional(),
      place: z.string().nullable().default(null),
      kind: z.enum(kinds),
      urgency: z.enum(urgencies),
      by: z.string(),
      on: Before,
      minute: z.int(),
      steps: z
        .array(
          z.strictObject({
            verb: z.enum(verbs),
            by: z.string(),
            on: Before,
            minute: z.int(),
            words: z.string().nullable().optional(),
            handler: z.string().optional(),
            cost: z.string().optional(),
            payer: z.enum(payers).optional(),
            because: z.string().nullable().optional(),
            grade: z.int().optional(),
          }),
        )
        .default([]),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** @public Found by its folder: the limits, what broke, who mended it and who paid. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [...ruleActs(telling, told), ...told.faults.flatMap((one, i) => faultActs(telling, one, i))],
})

function ruleActs({ days }: Telling, { rules, ruledOn }: Told): Act[] {
  return rules.map(({ urgency, ...hours }, i) => ({
    ...{ key: `upkeep-rule:${urgency}`, at: days.at(ruledOn, 670 + i), by: 'officer' },
    run: async ({ call }) => {
      const title = `${urgencyLabels[urgency].zh} 维修时限（样例）`
      const dated = { validFrom: days.day(ruledOn), source: '载体维修管理办法（样例）第6条' }
      await call(recordEndpoints(upkeepRule).create, { title, urgency, ...hours, ...dated })
      return {}
    },
  }))
}

function faultActs({ days }: Telling, told: Told['faults'][number], i: number): Act[] {
  const { building, unit, by, on, minute, steps, ...rest } = told
  const name = `fault:${i}`
  const reported: Act = {
    ...{ key: name, at: days.at(on, minute), by },
    run: async ({ call, id }) => {
      const where = { building: id(`space-buildings:${building}`), unit: unit ? id(`space-units:${unit}`) : null }
      return { [name]: refOf(await call(reportFault, { ...rest, ...where, files: [] })) }
    },
  }
  return [
    reported,
    ...steps.map(
      ({ verb, by: actor, on: day, minute: at, ...form }, n): Act => ({
        ...{ key: `${name}/${n + 1}-${verb}`, at: days.at(day, at), by: actor },
        run: async ({ call, ref }) => {
          // The door of every verb has its own input, checked by the door's schema.
          const door: Endpoint<unknown, FaultView> = doors[verb]
          return { [name]: refOf(await call(door, { ...refOf(ref(name)), ...form })) }
        },
      }),
    ),
  ]
}
