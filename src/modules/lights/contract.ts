import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Stage } from '../projects/contract/stage.ts'
import { colours, subjects } from './contract/subject.ts'

/** One light with what it stands on; `value` null: not known, or the project stands still. */
export const Light = z.object({
  subject: z.enum(subjects),
  colour: z.enum(colours),
  value: z.number().nullable(),
  reason: z.object({ zh: z.string(), en: z.string() }),
  /** The rule by which it has its colour. */
  source: z.string(),
})
export type Light = z.infer<typeof Light>

export const LitProject = z.object({
  id: z.string(),
  name: z.string(),
  stage: Stage,
  worst: z.enum(colours),
  lights: z.array(Light),
})
export type LitProject = z.infer<typeof LitProject>

export const listLights = endpoint({
  name: 'lights.listLights',
  method: 'GET',
  path: '/api/zones/:zone/lights',
  permission: 'lights.read',
  effect: 'read',
  summary: { zh: '项目预警灯，红的在前', en: 'Warning lights of projects, red first' },
  input: z.strictObject({ zone: z.string(), project: z.uuid().optional() }),
  output: z.object({
    projects: z.array(LitProject),
    /** Projects that go on and of which nothing was entered: no light can be given. */
    unfollowed: z.int(),
  }),
})
