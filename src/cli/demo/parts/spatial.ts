import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { occupant } from '../../../modules/spatial/contract/occupant.ts'
import { type PlaceKind, place, placeLabels } from '../../../modules/spatial/contract/place.ts'
import { type LandUse, planLabels, spatialPlan, useLabels } from '../../../modules/spatial/contract/spatial-plan.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'

const Shape = z.looseObject({ type: z.string() })
const about = { key: z.string(), name: z.string(), shape: Shape.optional(), note: z.string().optional() }
const kinds = Object.keys(placeLabels) as [PlaceKind, ...PlaceKind[]]
const uses = Object.keys(useLabels) as [LandUse, ...LandUse[]]

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  places: z.array(
    z.strictObject({
      ...about,
      kind: z.enum(kinds),
      within: z.string().optional(),
      industry: z.string().optional(),
      openedOn: z.iso.date().optional(),
      areaSqm: z.number().optional(),
    }),
  ),
  plans: z.array(
    z.strictObject({
      ...about,
      level: z.enum(Object.keys(planLabels) as (keyof typeof planLabels)[]),
      subject: z.string().optional(),
      approvedBy: z.string(),
      document: z.string(),
      approvedOn: z.iso.date(),
      validUntil: z.iso.date().optional(),
      supersedes: z.string().optional(),
      uses: z.array(z.enum(uses)).optional(),
    }),
  ),
  occupants: z.array(
    z.strictObject({
      place: z.string(),
      enterprise: z.string().optional(),
      project: z.string().optional(),
      on: Before,
      note: z.string().optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

const doors = {
  place: recordEndpoints(place).create,
  plan: recordEndpoints(spatialPlan).create,
  occupant: recordEndpoints(occupant).create,
}
const by = 'operator'
const drawn = (shape: object | undefined) => (shape === undefined ? {} : { shape: JSON.stringify(shape) })

function placeActs({ days }: Telling, { on, places }: Told): Act[] {
  return places.map(({ key, within, shape, ...fields }, i) => ({
    ...{ key: `place:${key}`, at: days.at(on, 540 + i), by },
    run: async ({ call, id }) => {
      const inside = within === undefined ? {} : { withinId: id(`place:${within}`) }
      return kept(`place:${key}`, await call(doors.place, { ...fields, ...drawn(shape), ...inside }))
    },
  }))
}

function planActs({ days }: Telling, { on, plans }: Told): Act[] {
  return plans.map(({ key, supersedes, shape, ...fields }, i) => ({
    ...{ key: `spatial-plan:${key}`, at: days.at(on, 600 + i), by },
    run: async ({ call, id }) => {
      const earlier = supersedes === undefined ? {} : { supersedesId: id(`spatial-plan:${supersedes}`) }
      return kept(`spatial-plan:${key}`, await call(doors.plan, { ...fields, ...drawn(shape), ...earlier }))
    },
  }))
}

function occupantActs({ days }: Telling, { occupants }: Told): Act[] {
  return occupants.map(({ place: at, enterprise, project, on, ...rest }, i) => ({
    ...{ key: `occupant:${i}`, at: days.at(-1, 700 + i), by },
    run: async ({ call, id }) => {
      const who = {
        ...(enterprise !== undefined && { enterpriseId: id(enterprise) }),
        ...(project !== undefined && { projectId: id(project) }),
      }
      await call(doors.occupant, { ...rest, ...who, placeId: id(`place:${at}`), since: days.day(on) })
      return {}
    },
  }))
}

/** Places of the layout, plans, and who stands where. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [...placeActs(telling, told), ...planActs(telling, told), ...occupantActs(telling, told)],
})
