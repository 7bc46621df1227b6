import { z } from 'zod'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { fromPlane } from '../../../kernel/geometry/gauss-kruger.ts'
import type { Position } from '../../../kernel/geometry/shape.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { assessment, assessmentKinds } from '../../../modules/parcels/contract/assessment.ts'
import { indicator } from '../../../modules/parcels/contract/indicator.ts'
import { extent, parcel } from '../../../modules/parcels/contract/parcel.ts'
import { placeOnParcel } from '../../../modules/parcels/contract/placement.ts'
import { confirmReadiness, publishAssessment } from '../../../modules/parcels/contract/readiness.ts'
import { drawShape } from '../../../modules/parcels/contract/shape.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { kept, type Stage } from '../script.ts'
import { sheetAct, zoneCsv } from '../sheet-act.ts'

const pair = z.tuple([z.number(), z.number()])

const Told = z.strictObject({
  note: z.string(),
  on: Before,
  extent: z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
  /** Easting and northing in zone 37: corners are metres from it. */
  origin: pair,
  assessments: z.array(
    z.strictObject({
      kind: z.enum(assessmentKinds),
      title: z.string(),
      effect: z.enum(['not-repeated', 'simplified', 'form']),
      finding: z.enum(['absent', 'present', 'open']),
      negativeIndustries: z.string().optional(),
      /** Days after the eve of the demonstration on which it ends. */
      validDays: z.int().min(1),
    }),
  ),
  placements: z.array(z.strictObject({ project: z.string(), parcel: z.string(), on: Before, reason: z.string() })),
  parcels: z.array(z.strictObject({ code: z.string(), supplied: z.boolean(), corners: z.array(pair).min(3) })),
})
type Told = z.infer<typeof Told>

/** Parcels out of the office's sheet, and their shapes. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, { on, extent: box, origin, parcels, assessments, placements }) => {
    const { days } = telling
    const csv = zoneCsv(telling, 'parcels')
    if (csv === null) return []
    const indicators = zoneCsv(telling, 'land-indicators')
    return [
      {
        ...{ key: 'parcels/extent', at: days.at(on, 700), by: 'officer' },
        run: async ({ call }) => {
          const words = { title: '坐标范围（样例）', source: '四至范围（样例）', validFrom: days.day(on) }
          return kept('parcels:extent', await call(recordEndpoints(extent).create, { ...box, ...words }))
        },
      },
      sheetAct(telling, { key: 'parcels', kind: parcel, csv, at: days.at(on, 702), by: 'officer' }),
      {
        ...{ key: 'parcels/shapes', at: days.at(on, 705), by: 'officer' },
        run: async ({ call, ref }) => {
          for (const { code, corners } of parcels) {
            const ring = corners.map(([x, y]): Position => fromPlane([origin[0] + x, origin[1] + y], 37))
            const shape = { type: 'Polygon' as const, coordinates: [[...ring, ring[0] as Position]] }
            const { id, version } = ref(`parcels:示例地块 ${code}`)
            const words = { datum: 'cgcs2000' as const, source: '勘测定界（样例）', validFrom: days.day(on) }
            await call(drawShape, { id, version, shape, ...words })
          }
          return {}
        },
      },
      {
        ...{ key: 'parcels/assessments', at: days.at(on, 715), by: 'officer' },
        run: async ({ call, ref }) => {
          for (const [i, { validDays, ...one }] of assessments.entries()) {
            const validUntil = dayFromNumber(dayNumber(days.day(-1)) + validDays)
            const words = { authority: '主管部门（样例）', document: `区域评估（样例）${i + 1}号` }
            const fields = { ...one, ...words, approvedOn: days.day(on), validUntil }
            const { record } = await call(recordEndpoints(assessment).create, fields)
            await call(publishAssessment, { id: record.id, version: record.version })
          }
          const ids = parcels.map(({ code }) => ref(`parcels:示例地块 ${code}`).id)
          await call(confirmReadiness, { ids })
          return {}
        },
      },
      ...(indicators === null
        ? []
        : [
            sheetAct(telling, {
              key: 'indicators',
              kind: indicator,
              csv: indicators,
              at: days.at(on, 703),
              by: 'officer',
            }),
          ]),
      ...placements.map(({ project, parcel: code, on: day, reason }) => ({
        ...{ key: `parcels/${project}`, at: days.at(day, 640), by: 'officer' },
        run: async ({ call, id, ref }: Stage) => {
          await call(placeOnParcel, { id: id(project), parcel: ref(`parcels:示例地块 ${code}`).id, reason })
          return {}
        },
      })),
    ]
  },
})
