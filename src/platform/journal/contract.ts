import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

/** One event as an auditor reads it. Personal values stand as `****`: even here they are ciphertext. */
export const JournalEvent = z.object({
  id: z.string(),
  /** When it was recorded, ISO 8601. */
  at: z.string(),
  /** When it happened in law; earlier than `at` when it was recorded late. */
  happenedAt: z.string(),
  actorId: z.string().nullable(),
  actor: z.string(),
  requestId: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  action: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().nullable(),
})
export type JournalEvent = z.infer<typeof JournalEvent>

const mostRows = 200

export const listJournal = endpoint({
  name: 'journal.list',
  method: 'GET',
  path: '/api/zones/:zone/journal',
  permission: 'journal.read',
  effect: 'read',
  summary: { zh: '日志：谁在何时对什么做了什么', en: 'The journal: who did what to which record, when' },
  input: z.strictObject({
    zone: z.string(),
    subjectKind: z.string().max(100).optional(),
    subjectId: z.uuid().optional(),
    actorId: z.uuid().optional(),
    action: z.string().max(50).optional(),
    /** Recorded at this moment or later. */
    from: z.iso.datetime({ offset: true }).optional(),
    /** Recorded before this moment. */
    to: z.iso.datetime({ offset: true }).optional(),
    /** Id of the last event that was read: goes on with older ones. */
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(mostRows).default(50),
    lang: z.enum(['zh', 'en']).optional(),
  }),
  output: z.object({ rows: z.array(JournalEvent), next: z.string().nullable() }),
})

const Text = z.object({ zh: z.string(), en: z.string() })

/** What one kind of subject and the actions on it are called. */
export const SubjectWords = z.object({
  kind: z.string(),
  label: Text,
  actions: z.array(z.object({ action: z.string(), label: Text })),
})
export type SubjectWords = z.infer<typeof SubjectWords>

export const listWords = endpoint({
  name: 'journal.listWords',
  method: 'GET',
  path: '/api/zones/:zone/journal/words',
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '留痕用词：各类对象及其动作的名称',
    en: 'The words of the journal: what subjects and actions are called',
  },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({ subjects: z.array(SubjectWords) }),
})
