import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { figureOps } from '../../kernel/figure.ts'

const Text = z.object({ zh: z.string(), en: z.string() })

/** A figure with its number now. `value` is null where there is nothing to average: unknown, not zero. Money is decimal text. */
export const FigureValue = z.object({
  key: z.string(),
  label: Text,
  unit: Text,
  definition: Text,
  op: z.enum(figureOps),
  /** The record kind of the rows counted. */
  kind: z.string(),
  value: z.union([z.number(), z.string(), z.null()]),
  /** How many rows were counted. */
  rows: z.number().int(),
})
export type FigureValue = z.infer<typeof FigureValue>

export const listFigures = endpoint({
  name: 'figures.listFigures',
  method: 'GET',
  path: '/api/zones/:zone/figures',
  permission: 'figures.read',
  effect: 'read',
  summary: { zh: '全区指标数字，每个都能打开到记录', en: 'The figures of the zone, each of which opens to its rows' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({ figures: z.array(FigureValue) }),
})

export const getFigure = endpoint({
  name: 'figures.getFigure',
  method: 'GET',
  path: '/api/zones/:zone/figures/:key',
  permission: 'figures.read',
  effect: 'read',
  summary: { zh: '一个指标数字与所计的每一条记录', en: 'One figure with every row that it counts' },
  input: z.strictObject({ zone: z.string(), key: z.string().max(100) }),
  output: z.object({
    figure: FigureValue,
    rows: z.array(z.object({ id: z.string(), name: z.string(), value: z.union([z.number(), z.string()]) })),
  }),
})
