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

/** One line of a record's time line: what happened to it or to something of it. */
export const TimelineEntry = z.object({
  id: z.string(),
  at: z.string(),
  happenedAt: z.string(),
  actor: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What the subject is called; null for the record itself, and where its name is a personal one. */
  subjectName: z.string().nullable(),
  action: z.string(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const getTimeline = endpoint({
  name: 'journal.getTimeline',
  method: 'GET',
  path: '/api/zones/:zone/timeline/:kind/:id',
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '一条资料的全程记录：它自己和与它相关的各类事',
    en: 'The time line of a record: what happened to it and to what belongs to it',
  },
  input: z.strictObject({
    zone: z.string(),
    kind: z.string().max(100),
    id: z.string().max(100),
    /** Id of the last line that was read: goes on with older ones. */
    before: z.uuid().optional(),
    lang: z.enum(['zh', 'en']).optional(),
  }),
  output: z.object({ entries: z.array(TimelineEntry), next: z.string().nullable() }),
})

/** A signed statement of how many events a zone's journal has and what the root of their tree is. */
export const JournalCheckpoint = z.object({
  size: z.number().int(),
  /** Hexadecimal. */
  root: z.string(),
  /** The text that was signed, to the byte. */
  statement: z.string(),
  /** Base64: Ed25519 over the text, or SM2 with SM3. */
  signature: z.string(),
  keyId: z.string(),
})

export const JournalKey = z.object({
  id: z.string(),
  algorithm: z.enum(['sha256', 'sm3']),
  /** PEM. */
  publicKey: z.string(),
})

/** Proves one event to whoever holds it, without trusting us: RFC 6962. Hashes are hexadecimal. */
export const JournalReceipt = z.object({
  /** The JSON line whose hash, with a byte 0 before it, is the leaf. It holds the digest of the body. */
  event: z.string(),
  /** Who did it and what changed; only for those who may read the journal. */
  body: z.string().nullable(),
  /** Place of the event, from 0. */
  seq: z.number().int(),
  /** Siblings from the leaf up. */
  proof: z.array(z.string()),
  checkpoint: JournalCheckpoint,
  key: JournalKey,
})
export type JournalReceipt = z.infer<typeof JournalReceipt>

export const getReceipt = endpoint({
  name: 'journal.receipt',
  method: 'GET',
  path: '/api/zones/:zone/journal/:event/receipt',
  permission: 'account',
  effect: 'read',
  summary: { zh: '一条记录的封存凭证，可在系统之外验证', en: 'The receipt of an event, verifiable outside the system' },
  input: z.strictObject({ zone: z.string(), event: z.uuid() }),
  output: JournalReceipt,
})

export const getCheckpoint = endpoint({
  name: 'journal.checkpoint',
  method: 'GET',
  path: '/api/zones/:zone/journal/checkpoint',
  permission: 'public',
  effect: 'read',
  summary: { zh: '最新检查点', en: 'The newest checkpoint of the journal' },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({
    checkpoint: JournalCheckpoint.nullable(),
    /** What papers and printed pages carry of it at their foot; null before anything is sealed. */
    printed: z.string().nullable(),
  }),
})

const size = z.coerce.number().int().min(1).max(1e15)
const Consistency = z.object({
  older: JournalCheckpoint,
  newest: JournalCheckpoint,
  proof: z.array(z.string()),
  key: JournalKey,
})

export const getConsistency = endpoint({
  name: 'journal.consistency',
  method: 'GET',
  path: '/api/zones/:zone/journal/consistency',
  permission: 'public',
  effect: 'read',
  summary: {
    zh: '证明所存检查点是今日日志的开头',
    en: "Proof that a checkpoint that was kept is the beginning of today's journal",
  },
  input: z.strictObject({ zone: z.string(), size }),
  output: Consistency,
})

const ofAccess = '/api/journal/access'

export const getAccessCheckpoint = endpoint({
  name: 'journal.accessCheckpoint',
  method: 'GET',
  path: `${ofAccess}/checkpoint`,
  permission: 'public',
  effect: 'read',
  summary: {
    zh: '登录与授权日志的最新检查点',
    en: 'The newest checkpoint of the log of sign-ins and accounts',
  },
  input: z.strictObject({}),
  output: z.object({ checkpoint: JournalCheckpoint.nullable() }),
})

export const getAccessConsistency = endpoint({
  name: 'journal.accessConsistency',
  method: 'GET',
  path: `${ofAccess}/consistency`,
  permission: 'public',
  effect: 'read',
  summary: {
    zh: '证明所存检查点是今日登录与授权日志的开头',
    en: "Proof that a checkpoint that was kept is the beginning of today's log of sign-ins and accounts",
  },
  input: z.strictObject({ size }),
  output: Consistency,
})

export const listKeys = endpoint({
  name: 'journal.keys',
  method: 'GET',
  path: '/api/journal/keys',
  permission: 'public',
  effect: 'read',
  summary: { zh: '检查点的公钥', en: 'Public keys of the checkpoints' },
  input: z.strictObject({}),
  output: z.object({ keys: z.array(JournalKey) }),
})
