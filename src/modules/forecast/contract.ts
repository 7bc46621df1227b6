import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { DeskForecast, MilestoneForecast, Rests } from './contract/result.ts'

/** One forecast of the zone at a time; afterwards it stays as the answer of the day of its data. */
export const forecastStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const
export const ForecastState = z.enum(forecastStates)
export type ForecastState = z.infer<typeof ForecastState>

export const Forecast = z.object({
  id: z.uuid(),
  version: z.int(),
  state: ForecastState,
  runs: z.int(),
  seed: z.int(),
  /** Runs made so far, trials of desks included, and how many there will be. */
  done: z.int(),
  total: z.int(),
  askedBy: z.string(),
  askedAt: z.string(),
  /** The moment of the data; null until they have been read. */
  dataAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Why it was not finished. */
  reason: z.object({ zh: z.string(), en: z.string() }).nullable(),
})
export type Forecast = z.infer<typeof Forecast>

/** What a promised date was taken from: the agreed plan, or the plan as it was before anything had happened. */
const Promised = z.object({ on: z.string().nullable(), from: z.enum(['agreement', 'plan', 'asked']) })

const Told = MilestoneForecast.omit({ spread: true }).extend({
  /** The day by which 50, 80 and 95 % of the runs had it. */
  by50: z.string().nullable(),
  by80: z.string().nullable(),
  by95: z.string().nullable(),
  promised: Promised,
  /** Share of the runs in which it fell on the promised day or before. */
  chance: z.number().nullable(),
})
export type Told = z.infer<typeof Told>

export const ProjectForecast = z.object({
  project: z.object({ id: z.string(), name: z.string() }),
  permit: Told,
  production: Told,
  incomplete: z.boolean(),
})
export type ProjectForecast = z.infer<typeof ProjectForecast>

const Names = z.object({ zh: z.string(), en: z.string() })

export const ZoneForecast = z.object({
  /** The one that is being made, or that was stopped or failed after the last answer. */
  current: Forecast.nullable(),
  /** The last answer. */
  answer: z
    .object({
      forecast: Forecast,
      /** Those most likely to be late first. */
      projects: z.array(ProjectForecast),
      desks: z.array(DeskForecast.extend({ name: z.string() })),
      rests: Rests.extend({ names: z.record(z.string(), Names), unplanned: z.int() }),
      provisional: z.boolean(),
    })
    .nullable(),
})
export type ZoneForecast = z.infer<typeof ZoneForecast>

const mostRuns = 5000

export const startForecast = endpoint({
  name: 'forecast.startForecast',
  method: 'POST',
  path: '/api/zones/:zone/forecasts',
  permission: 'forecast.run',
  effect: 'write',
  summary: { zh: '开始推演预测', en: 'Start a forecast' },
  input: z.strictObject({
    zone: z.string(),
    runs: z.int().min(1).max(mostRuns).optional(),
    seed: z.int().min(0).max(0x7fffffff).optional(),
  }),
  output: Forecast,
})

export const cancelForecast = endpoint({
  name: 'forecast.cancelForecast',
  method: 'POST',
  path: '/api/zones/:zone/forecasts/:id/cancel',
  permission: 'forecast.run',
  effect: 'write',
  summary: { zh: '停止推演预测', en: 'Stop the forecast' },
  input: z.strictObject({ zone: z.string(), id: z.uuid() }),
  output: Forecast,
})

export const readForecast = endpoint({
  name: 'forecast.readForecast',
  method: 'GET',
  path: '/api/zones/:zone/forecast',
  permission: 'forecast.read',
  effect: 'read',
  summary: {
    zh: '开发区的预测：各项目、瓶颈部门、所依',
    en: "The zone's forecast: projects, bottleneck, what it rests on",
  },
  input: z.strictObject({ zone: z.string() }),
  output: ZoneForecast,
})

const Asked = z.iso.date().optional()

export const readProjectForecast = endpoint({
  name: 'forecast.readProjectForecast',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/forecast',
  permission: 'forecast.read',
  effect: 'read',
  summary: { zh: '一个项目的预测', en: 'The forecast of one project' },
  input: z.strictObject({ zone: z.string(), id: z.uuid(), permitBy: Asked, productionBy: Asked }),
  output: z.object({
    /** Null: no forecast has been made yet, or not of this project. */
    answer: ProjectForecast.extend({ dataAt: z.string(), runs: z.int() }).nullable(),
  }),
})
