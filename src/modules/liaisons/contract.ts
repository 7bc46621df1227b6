import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()

/** What comes back to the first page: the latest note of a project, whose day has come or is near. */
export const DueNote = z.object({
  id: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  words: z.string(),
  nextStep: z.string().nullable(),
  followUpOn: z.string(),
  /** Working days over the day; 0: in time. */
  late: z.int(),
})
export type DueNote = z.infer<typeof DueNote>

export const listDue = endpoint({
  name: 'liaisons.listDue',
  method: 'GET',
  path: '/api/zones/:zone/liaison-notes/due',
  permission: 'liaisons.read',
  effect: 'read',
  summary: { zh: '到期要跟进的包联记事', en: 'Liaison notes whose day has come' },
  /** `mine`: of the projects that the caller's person answers for. */
  input: z.strictObject({ zone, mine: z.stringbool().default(false) }),
  output: z.object({ notes: z.array(DueNote) }),
})

export const getStanding = endpoint({
  name: 'liaisons.getStanding',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/liaison-standing',
  permission: 'liaisons.read',
  effect: 'read',
  summary: { zh: '包联三级是否到位、代办委托是否有效', en: 'Whether all three levels answer, and the mandate stands' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: z.object({
    levels: z.array(z.object({ role: z.enum(['leader', 'department', 'agent']), person: z.string().nullable() })),
    /** `none`: no written mandate at all. */
    mandate: z.object({ state: z.enum(['valid', 'ended', 'none']), until: z.string().nullable() }),
  }),
})

export const listShown = endpoint({
  name: 'liaisons.listShown',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/shown-notes',
  permission: 'liaisons.readShown',
  effect: 'read',
  summary: { zh: '给企业看的包联记事', en: 'Liaison notes that are shown to the enterprise' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: z.object({
    notes: z.array(
      z.object({ id: z.string(), words: z.string(), happenedOn: z.string(), nextStep: z.string().nullable() }),
    ),
  }),
})
