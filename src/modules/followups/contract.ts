import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Addressee, Reading } from './contract/sentence.ts'
import { followUpStates, followUpSteps, followUpVerbs } from './contract/steps.ts'

const zone = z.string()
const Day = z.string()
const base = '/api/zones/:zone/follow-ups'

/** What a follow-up is about; of none the whole zone. */
export const subjectKinds = ['cases.case', 'projects.project'] as const
const Subject = z.object({ kind: z.enum(subjectKinds), id: z.string() })

/** An order with a reply date. Days are legal days; `dueOn` and `late` are derived for today from the zone's calendar. */
export const FollowUp = z.object({
  id: z.string(),
  version: z.number().int(),
  /** As the leader wrote it; what a rule has written says so. */
  sentence: z.string(),
  task: z.string(),
  to: Addressee,
  issuer: z.string(),
  subject: Subject.extend({ name: z.string(), link: z.string(), projectId: z.string() }).nullable(),
  state: z.enum(followUpStates),
  issuedOn: Day,
  dueOn: Day.nullable(),
  /** Working days over the due day; 0 in time. */
  late: z.number(),
  urged: z.number().int(),
  /** The last answer: it stands on the line of the order. */
  answer: z.object({ words: z.string(), by: z.string(), at: z.string() }).nullable(),
  steps: z.array(z.enum(followUpVerbs)),
  sample: z.boolean(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const FollowUpDetail = FollowUp.extend({
  actions: z.array(
    z.object({
      verb: z.enum(['issue', ...followUpVerbs]),
      by: z.string(),
      at: z.string(),
      words: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  /** Who was told and when they read it: for who gave the order and for who oversees. */
  readers: z.array(z.object({ name: z.string(), at: z.string(), readAt: z.string().nullable() })),
})
export type FollowUpDetail = z.infer<typeof FollowUpDetail>

export const readSentenceOf = endpoint({
  name: 'followups.readSentence',
  method: 'POST',
  path: `${base}/read-sentence`,
  permission: 'followups.issue',
  effect: 'read',
  summary: { zh: '读一句话：谁、何时、办什么', en: 'Read one sentence: who, by when, what' },
  input: z.object({ zone, sentence: z.string().trim().min(1).max(500) }),
  output: Reading,
})

export const issueFollowUp = endpoint({
  name: 'followups.issue',
  method: 'POST',
  path: base,
  permission: 'followups.issue',
  effect: 'write',
  summary: { zh: '交办一件督办', en: 'Issue a follow-up' },
  input: z.object({
    zone,
    sentence: z.string().trim().min(1).max(500),
    task: z.string().trim().min(2).max(500),
    to: z.object({ kind: z.enum(['person', 'department']), id: z.uuid() }),
    /** The reply date, or working days from today. */
    dueOn: z.iso.date().optional(),
    workdays: z.number().int().min(0).max(365).optional(),
    subject: z
      .object({ kind: z.enum(subjectKinds), id: z.uuid() })
      .nullable()
      .default(null),
  }),
  output: FollowUp,
})

export const listFollowUps = endpoint({
  name: 'followups.listFollowUps',
  method: 'GET',
  path: base,
  permission: 'followups.read',
  effect: 'read',
  summary: { zh: '督办清单，等我的和晚的在前', en: 'Follow-ups, what waits for me and what is late first' },
  input: z.object({
    zone,
    /** `waiting`: the next step is mine; `issued`: my orders; `all`: all that I may see. */
    view: z.enum(['waiting', 'issued', 'all']).default('all'),
    /** About this case, or this project with its cases. */
    about: z.uuid().optional(),
    open: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    followUps: z.array(FollowUp),
    /** How many wait for me, and how many of them are late: badge and list are one query. */
    waiting: z.number().int(),
    late: z.number().int(),
  }),
})

export const getFollowUp = endpoint({
  name: 'followups.getFollowUp',
  method: 'GET',
  path: `${base}/:id`,
  permission: 'followups.read',
  effect: 'read',
  summary: { zh: '一件督办的全部情况', en: 'A follow-up with what was done and who has read it' },
  input: z.object({ zone, id: z.uuid() }),
  output: FollowUpDetail,
})

export const listAddressees = endpoint({
  name: 'followups.listAddressees',
  method: 'GET',
  path: `${base}/addressees`,
  permission: 'followups.read',
  effect: 'read',
  summary: { zh: '可以交办的部门与人员', en: 'Departments and people who can be given an order' },
  input: z.object({ zone }),
  output: z.object({ addressees: z.array(Addressee) }),
})

/** The rules that are shipped become the zone's own. */
export const adoptRules = endpoint({
  name: 'followups.adoptRules',
  method: 'POST',
  path: '/api/zones/:zone/escalation-rules/adopt',
  permission: 'followups.writeRules',
  effect: 'write',
  summary: { zh: '采用默认升级规则', en: 'Take the shipped escalation rules over' },
  input: z.object({ zone }),
  output: z.object({ adopted: z.number().int() }),
})

const words = z.string().trim().min(1).max(2000)
const one = z.object({ zone, id: z.uuid(), version: z.number().int() })

const acknowledge = endpoint({ ...shared('acknowledge'), input: one, output: FollowUpDetail })
export const answer = endpoint({ ...shared('answer'), input: one.extend({ words }), output: FollowUpDetail })
const accept = endpoint({ ...shared('accept'), input: one, output: FollowUpDetail })
export const sendBack = endpoint({
  ...shared('sendBack'),
  input: one.extend({ words, days: z.number().int().min(1).max(60) }),
  output: FollowUpDetail,
})
const urge = endpoint({ ...shared('urge'), input: one, output: FollowUpDetail })
const transfer = endpoint({
  ...shared('transfer'),
  input: one.extend({ words, to: z.object({ kind: z.enum(['person', 'department']), id: z.uuid() }) }),
  output: FollowUpDetail,
})
const close = endpoint({ ...shared('close'), input: one.extend({ words }), output: FollowUpDetail })

/** The door of every step. */
export const stepDoors = { acknowledge, answer, accept, sendBack, urge, transfer, close }

/** `POST /api/zones/:zone/follow-ups/:id/<verb>`: answers the follow-up as it is afterwards. */
function shared(verb: (typeof followUpVerbs)[number]) {
  return {
    name: `followups.${verb}`,
    method: 'POST',
    path: `${base}/:id/${verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    permission: followUpSteps[verb].permission,
    effect: 'write',
    summary: followUpSteps[verb].label,
  } as const
}
