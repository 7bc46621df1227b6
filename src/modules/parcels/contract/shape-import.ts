import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { Shape } from '../../../kernel/geometry/shape.ts'
import { tableTypes } from '../../../kernel/sheet-endpoints.ts'
import { Uploaded } from '../../../kernel/uploaded.ts'
import { landKindLabels, landUseLabels, serviceLevelLabels } from './parcel.ts'
import { Datum, Doubt } from './shape.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const maxBytes = 10 * 1024 * 1024
/** Shapes of one file: a zone has hundreds of parcels. */
export const mostShapes = 500

/** What speaks against a shape. `doubt`: may be answered with yes; `with`: the other shape of the same file that it is about. */
export const ShapeFinding = z.object({
  doubt: Doubt.nullable(),
  text: words,
  with: z.int().nullable(),
})
export type ShapeFinding = z.infer<typeof ShapeFinding>

/** One shape of a file beside the parcel that it belongs to. */
export const FoundShape = z.object({
  /** Its place in the file, from 1. */
  number: z.int(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  /** The parcel of this code, or else of this name; null: a new one. */
  parcel: z
    .object({ id: z.string(), version: z.int(), code: z.string(), name: z.string(), drawn: z.boolean() })
    .nullable(),
  shape: Shape.nullable(),
  drawnSqm: z.number().nullable(),
  /** Of the parcel, or of a new one as the file states it. */
  registeredSqm: z.number().nullable(),
  differencePercent: z.number().nullable(),
  findings: z.array(ShapeFinding),
  warnings: z.array(words),
})
export type FoundShape = z.infer<typeof FoundShape>

const day = z.iso.date()

export const readShapeFile = endpoint({
  name: 'parcels.readShapeFile',
  method: 'POST',
  path: '/api/zones/:zone/parcel-shapes/read',
  permission: 'parcels.draw',
  effect: 'read',
  summary: { zh: '读取图形文件并逐个核对，不写入', en: 'Read a file of shapes and check each; nothing is written' },
  upload: { maxBytes, whole: tableTypes },
  input: z.strictObject({
    zone: z.string(),
    file: z.instanceof(Uploaded),
    /** Holds where the file itself says nothing. */
    datum: Datum,
    /** Degrees east that eastings without a zone number are measured from. */
    meridian: z.coerce.number().min(72).max(138).optional(),
    validFrom: day,
  }),
  output: z.object({
    /** What the shapes are in: as the file says, or as was chosen. */
    datum: Datum,
    saidByFile: z.boolean(),
    shapes: z.array(FoundShape),
  }),
})

const keysOf = <K extends string>(labels: Readonly<Record<K, unknown>>) => Object.keys(labels) as [K, ...K[]]

const NewParcel = z.strictObject({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(100),
  registeredAreaSqm: z.number().min(1).max(1e9),
  landUse: z.enum(keysOf(landUseLabels)),
  landKind: z.enum(keysOf(landKindLabels)),
  serviceLevel: z.enum(keysOf(serviceLevelLabels)),
})

const Taken = z.strictObject({
  number: z.int(),
  shape: Shape,
  /** The parcel as it was read, or a new one. */
  parcel: z.union([z.strictObject({ id: z.uuid(), version: z.int() }), NewParcel]),
})
export type Taken = z.infer<typeof Taken>

export const importShapes = endpoint({
  name: 'parcels.importShapes',
  method: 'POST',
  path: '/api/zones/:zone/parcel-shapes/import',
  permission: 'parcels.draw',
  effect: 'write',
  summary: { zh: '导入地块图形', en: 'Import shapes of parcels' },
  input: z.strictObject({
    zone: z.string(),
    datum: Datum,
    /** Survey report, file or register that the shapes come from. */
    source: z.string().trim().min(1).max(300),
    reason: z.string().trim().min(1).max(300),
    validFrom: day,
    accept: z.array(Doubt).optional(),
    shapes: z.array(Taken).min(1).max(mostShapes),
  }),
  output: z.object({
    imported: z.array(z.object({ number: z.int(), id: z.string(), code: z.string(), isNew: z.boolean() })),
  }),
})
