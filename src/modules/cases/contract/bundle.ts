import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { GivenPaper, PaperStatus } from './paper.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const zone = z.string()
const codes = z.string().min(1).max(100)

/** Who takes a joint application in: the department that handles all its matters, or the zone's one window. */
export const bundleWays = ['department', 'window'] as const
export type BundleWay = (typeof bundleWays)[number]

/** What a joint application (多证合一) asks: every paper once, with the matters that need it. */
export const JointApplication = z.object({
  matters: z.array(z.object({ code: z.string(), name: Bilingual, department: z.string() })),
  papers: z.array(
    z.object({
      ref: z.string(),
      name: Bilingual,
      matters: z.array(z.string()),
      hard: z.boolean(),
      status: PaperStatus,
    }),
  ),
  /** How often they would be asked for one by one: what the joint form spares. */
  separately: z.number().int(),
  /** The one department that handles all; null when there are several. */
  department: z.string().nullable(),
})
export type JointApplication = z.infer<typeof JointApplication>

export const getJointApplication = endpoint({
  name: 'cases.getJointApplication',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/joint-application',
  permission: 'cases.submit',
  effect: 'read',
  summary: { zh: '几个事项合并申请需要的材料', en: 'The papers that several matters on one form need' },
  input: z.object({
    zone,
    project: z.uuid(),
    /** Codes, separated by commas. */
    matters: z.string().max(2000),
  }),
  output: JointApplication,
})

export const submitBundle = endpoint({
  name: 'cases.submitBundle',
  method: 'POST',
  path: '/api/zones/:zone/bundles',
  permission: 'cases.submit',
  effect: 'write',
  summary: { zh: '多证合一，一表申请', en: 'File several matters on one form' },
  input: z.object({
    zone,
    project: z.uuid(),
    matters: z.array(codes).min(2).max(20),
    through: z.enum(bundleWays),
    papers: z.array(GivenPaper).max(300).default([]),
    happenedOn: z.iso.date().optional(),
  }),
  output: z.object({
    id: z.string(),
    version: z.number().int(),
    cases: z.array(z.object({ id: z.string(), matter: z.string() })),
  }),
})
