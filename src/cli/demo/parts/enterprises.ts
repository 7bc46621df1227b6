import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Capacity, capacityStates, capacityUnits } from '../../../modules/enterprises/contract/capacity.ts'
import { CarbonSaving } from '../../../modules/enterprises/contract/carbon-saving.ts'
import { Enterprise } from '../../../modules/enterprises/contract/enterprise.ts'
import { Honour, honourLabels, levelLabels } from '../../../modules/enterprises/contract/honour.ts'
import { confidenceLabels } from '../../../modules/enterprises/contract/words.ts'
import { Before } from '../data.ts'
import { inventedUscc } from '../names.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'

const oneOf = <const K extends string>(labels: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(labels) as [K, ...K[]])

const about = { enterprise: z.string(), note: z.string().optional() }

const Told = z.strictObject({
  note: z.string(),
  /** Enterprises beside those of the zone's script. */
  enterprises: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      status: z.enum(['building', 'operating', 'idle']),
      industryCode: z.string(),
      scale: z.enum(['large', 'medium', 'small', 'micro']),
      aboveScale: z.boolean(),
      on: Before,
    }),
  ),
  honours: z.array(
    z.strictObject({
      ...about,
      kind: oneOf(honourLabels),
      level: oneOf(levelLabels),
      title: z.string(),
      issuer: z.string(),
      rank: z.int().optional(),
      /** Valid for so many years from its day; without an end when absent. */
      years: z.int().optional(),
      on: Before,
    }),
  ),
  capacities: z.array(
    z.strictObject({
      ...about,
      product: z.string(),
      state: oneOf(capacityStates),
      amount: z.number(),
      unit: oneOf(capacityUnits),
      reportCode: z.string().optional(),
      confidence: oneOf(confidenceLabels),
      on: Before,
    }),
  ),
  carbonSavings: z.array(
    z.strictObject({
      ...about,
      name: z.string(),
      tonnesPerYear: z.number(),
      method: z.string(),
      baseline: z.string(),
      confidence: oneOf(confidenceLabels),
      on: Before,
    }),
  ),
})
type Told = z.infer<typeof Told>

const doors = {
  enterprise: recordEndpoints(Enterprise).create,
  honour: recordEndpoints(Honour).create,
  capacity: recordEndpoints(Capacity).create,
  saving: recordEndpoints(CarbonSaving).create,
}
const place = (enterprise: string) => `enterprise:${enterprise}`

/** Resident enterprises with what they are recognised for, can make and avoid. */
function acts(telling: Telling, told: Told): Act[] {
  return [...enterpriseActs(telling, told), ...honourActs(telling, told), ...amountActs(telling, told)]
}

function enterpriseActs({ zone, days }: Telling, { enterprises }: Told): Act[] {
  return enterprises.map(({ key, on, ...fields }, i) => ({
    ...{ key: place(key), at: days.at(on, 600), by: 'promoter' },
    run: async ({ call }) => {
      const uscc = inventedUscc(zone.place, firstCode + i)
      const known = { uscc, industryEdition: 2017, registeredOn: days.day(on) }
      return kept(place(key), await call(doors.enterprise, { ...fields, ...known }))
    },
  }))
}

/** The codes of the zone's script come before these. */
const firstCode = 51

function honourActs({ days }: Telling, { honours }: Told): Act[] {
  return honours.map(({ enterprise, years, on, ...fields }, i) => ({
    ...{ key: `honour:${i}`, at: days.at(on, 630), by: 'officer' },
    run: async ({ call, id }) => {
      const issuedOn = days.day(on)
      const valid = years === undefined ? {} : { validUntil: `${Number(issuedOn.slice(0, 4)) + years}-06-30` }
      await call(doors.honour, { ...fields, ...valid, issuedOn, enterpriseId: id(place(enterprise)) })
      return {}
    },
  }))
}

function amountActs({ days }: Telling, { capacities, carbonSavings }: Told): Act[] {
  const made = capacities.map(
    ({ enterprise, on, ...fields }, i): Act => ({
      ...{ key: `capacity:${i}`, at: days.at(on, 640), by: 'officer' },
      run: async ({ call, id }) => {
        await call(doors.capacity, { ...fields, asOf: days.day(on), enterpriseId: id(place(enterprise)) })
        return {}
      },
    }),
  )
  const avoided = carbonSavings.map(
    ({ enterprise, on, ...fields }, i): Act => ({
      ...{ key: `carbon:${i}`, at: days.at(on, 650), by: 'officer' },
      run: async ({ call, id }) => {
        await call(doors.saving, { ...fields, fromOn: days.day(on), enterpriseId: id(place(enterprise)) })
        return {}
      },
    }),
  )
  return [...made, ...avoided]
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
