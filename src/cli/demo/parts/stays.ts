import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Application } from '../../../modules/stays/contract/application.ts'
import { LevelRule, levelLabels, levels } from '../../../modules/stays/contract/level.ts'
import { Batch, Stay } from '../../../modules/stays/contract/reception.ts'
import { allotFlat } from '../../../modules/stays/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const Told = z.strictObject({
  note: z.string(),
  /** Day on which the sheets of receptions come in. */
  on: Before,
  ruledOn: Before,
  rules: z.array(
    z.strictObject({
      level: z.enum(levels),
      ownRate: z.number(),
      subsidyRate: z.number(),
      termMonths: z.int(),
      maxMonths: z.int(),
    }),
  ),
  applications: z.array(
    z.strictObject({
      title: z.string(),
      employer: z.string(),
      level: z.enum(levels),
      family: z.int(),
      rentAllowance: z.boolean(),
      on: Before,
      /** Allotted a week later. */
      flat: z.string().optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

/** @public Found by its folder: rules, receptions out of two sheets, applications and who got a flat. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [...ruleActs(telling, told), ...sheetActs(telling, told), ...applicationActs(telling, told)],
})

function ruleActs({ days }: Telling, { rules, ruledOn }: Told): Act[] {
  return rules.map(({ level, ...rule }, i) => ({
    ...{ key: `level-rule:${level}`, at: days.at(ruledOn, 660 + i), by: 'officer' },
    run: async ({ call }) => {
      const shared = {
        sqmPerHead: 60,
        idleMonths: 3,
        warnDays: 90,
        validFrom: days.day(ruledOn),
        source: '人才公寓管理办法（样例）',
      }
      const title = `${levelLabels[level].zh} 公寓待遇（样例）`
      await call(recordEndpoints(LevelRule).create, { ...rule, ...shared, level, title })
      return {}
    },
  }))
}

function sheetActs(telling: Telling, { on }: Told): Act[] {
  const sheets = [
    ['stay-batches', Batch],
    ['stays', Stay],
  ] as const
  return sheets.flatMap(([key, kind], i) => {
    const csv = zoneCsv(telling, key)
    return csv === null ? [] : [sheetAct(telling, { key, kind, csv, at: telling.days.at(on, 700 + i), by: 'operator' })]
  })
}

function applicationActs({ days }: Telling, { applications }: Told): Act[] {
  return applications.flatMap(({ title, employer, on, flat, ...fields }, i): Act[] => {
    const name = `apartment-application:${title}`
    const asked: Act = {
      ...{ key: name, at: days.at(on, 620 + i), by: 'operator' },
      run: async ({ call, id }) => {
        const enterpriseId = id(`enterprise:${employer}`)
        const person = { applicant: `样例人才${i + 1}`, appliedOn: days.day(on) }
        return kept(
          name,
          await call(recordEndpoints(Application).create, { ...fields, ...person, title, enterpriseId }),
        )
      },
    }
    if (flat === undefined) return [asked]
    const given: Act = {
      ...{ key: `${name}/flat`, at: days.at(on + 5, 640 + i), by: 'operator' },
      run: async ({ call, id }) => {
        const startsOn = days.day(on + 5)
        await call(allotFlat, { id: id(name), unit: id(`space-units:${flat}`), startsOn, outOfTurn: null })
        return {}
      },
    }
    return [asked, given]
  })
}
