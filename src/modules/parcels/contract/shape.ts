import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Shape } from '../../../kernel/geometry/shape.ts'

/** Reference frames that coordinates come in. Shapes are kept in CGCS2000; where they came from stays beside them. */
export const datumLabels = {
  cgcs2000: { zh: 'CGCS2000（国家大地坐标系）', en: 'CGCS2000' },
  wgs84: { zh: 'WGS-84（卫星定位）', en: 'WGS 84 (satellite)' },
  'gcj-02': { zh: 'GCJ-02（手机地图、高德、腾讯）', en: 'GCJ-02 (phones, AMap, Tencent)' },
  'bd-09': { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
  older: { zh: '北京 54 或西安 80', en: 'Beijing 1954 or Xi’an 1980' },
  unknown: { zh: '不清楚', en: 'Unknown' },
} as const
export type Datum = keyof typeof datumLabels
export const Datum = z.enum(Object.keys(datumLabels) as [Datum, ...Datum[]])

/** Questions that a person may answer with yes: what is asked about and not refused. */
export const doubts = ['overlap', 'datum'] as const
export const Doubt = z.enum(doubts)
export type Doubt = z.infer<typeof Doubt>

const text = z.object({ zh: z.string(), en: z.string() })

/** The ground of a parcel in one time: [validFrom, validUntil). */
export const DrawnShape = z.object({
  id: z.string(),
  shape: Shape,
  drawnSqm: z.number(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  datum: Datum,
  source: z.string(),
  drawnBy: z.string(),
})
export type DrawnShape = z.infer<typeof DrawnShape>

/** Shapes of a parcel, the latest first, and what its drawn area says beside the registered one. */
export const Ground = z.object({
  id: z.string(),
  version: z.int(),
  registeredSqm: z.number(),
  shapes: z.array(DrawnShape),
  /** Drawn less registered, in per cent of the registered; null: nothing is drawn. */
  differencePercent: z.number().nullable(),
  warnings: z.array(text),
})
export type Ground = z.infer<typeof Ground>

const addressed = { zone: z.string(), id: z.uuid() }

export const getGround = endpoint({
  name: 'parcels.getGround',
  method: 'GET',
  path: '/api/zones/:zone/parcels/:id/ground',
  permission: 'parcels.read',
  effect: 'read',
  summary: { zh: '地块图形、历次变化和面积核对', en: 'Shapes of a parcel, through time, and its areas compared' },
  input: z.strictObject(addressed),
  output: Ground,
})

export const drawShape = endpoint({
  name: 'parcels.drawShape',
  method: 'POST',
  path: '/api/zones/:zone/parcels/:id/draw',
  permission: 'parcels.draw',
  effect: 'write',
  summary: { zh: '绘制或更换地块图形', en: 'Draw or replace the shape' },
  input: z.strictObject({
    ...addressed,
    /** Of the parcel, as it was read. */
    version: z.int(),
    shape: Shape,
    datum: Datum,
    /** Survey report, file or register that the shape comes from. */
    source: z.string().trim().min(1).max(300),
    validFrom: z.iso.date(),
    /** Doubts that the person has looked at and stands by. */
    accept: z.array(Doubt).optional(),
  }),
  output: Ground,
})
