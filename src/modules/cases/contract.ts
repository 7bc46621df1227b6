import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { CaseDetail, CaseSummary } from './contract/case.ts'
import { CasePaper, GivenPaper } from './contract/paper.ts'
import { caseStates } from './contract/state.ts'

const zone = z.string()
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  after: z.uuid().optional(),
}

export const getInbox = endpoint({
  name: 'cases.getInbox',
  method: 'GET',
  path: '/api/zones/:zone/inbox',
  permission: 'cases.read',
  effect: 'read',
  summary: { zh: '待办与已办办件，按后果排序', en: 'Cases that wait for me, or that I have acted on, by consequence' },
  input: z.object({
    zone,
    /** `waiting` 待办: overdue first, then by due day; `done` 已办: my latest acts first. */
    view: z.enum(['waiting', 'done']).default('waiting'),
    limit: page.limit,
  }),
  output: z.object({
    cases: z.array(CaseSummary),
    /** How many wait in all, and how many of them are overdue: the badge and the list are one query. */
    waiting: z.number().int(),
    overdue: z.number().int(),
    /** There are more open cases than are looked through; the oldest were. */
    truncated: z.boolean(),
  }),
})

export const listCases = endpoint({
  name: 'cases.listCases',
  method: 'GET',
  path: '/api/zones/:zone/cases',
  permission: 'cases.read',
  effect: 'read',
  summary: { zh: '办件清单', en: 'List of cases, the latest first' },
  input: z.object({
    zone,
    ...page,
    project: z.uuid().optional(),
    enterprise: z.uuid().optional(),
    matter: z.string().max(100).optional(),
    state: z.enum(caseStates).optional(),
  }),
  output: z.object({ cases: z.array(CaseSummary), next: z.string().nullable() }),
})

export const getCase = endpoint({
  name: 'cases.getCase',
  method: 'GET',
  path: '/api/zones/:zone/cases/:id',
  permission: 'cases.read',
  effect: 'read',
  summary: { zh: '一个办件的全部情况', en: 'A case with clocks, papers, opinions and steps' },
  input: z.object({ zone, id: z.uuid() }),
  output: CaseDetail,
})

/** What an application for a matter asks of this project: shown before it is submitted. */
export const getApplication = endpoint({
  name: 'cases.getApplication',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/applications/:matter',
  permission: 'cases.submit',
  effect: 'read',
  summary: { zh: '某项目申请某事项需要的材料', en: 'The papers that an application for a matter needs' },
  input: z.object({ zone, project: z.uuid(), matter: z.string().max(100) }),
  output: z.object({
    matter: z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
    department: z.string(),
    papers: z.array(CasePaper),
  }),
})

export const submitCase = endpoint({
  name: 'cases.submit',
  method: 'POST',
  path: '/api/zones/:zone/cases',
  permission: 'cases.submit',
  effect: 'write',
  summary: { zh: '提交申请', en: 'Submit an application' },
  input: z.object({
    zone,
    project: z.uuid(),
    matter: z.string().min(1).max(100),
    papers: z.array(GivenPaper).max(100).default([]),
    happenedOn: z.iso.date().optional(),
  }),
  output: CaseDetail,
})
