import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/comments'
const kind = z.string().max(100)
const record = z.uuid()

/** Text of several lines without control characters. */
const text = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(4_000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u)

const Person = z.object({ id: z.string(), name: z.string() })
export type Person = z.infer<typeof Person>

export const Comment = z.object({
  id: z.string(),
  version: z.number().int(),
  at: z.string(),
  /** Null when it was never changed. */
  changedAt: z.string().nullable(),
  by: Person,
  text: z.string(),
  mentions: z.array(Person),
  mine: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

export const listComments = endpoint({
  name: 'records.listComments',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '一条记录的评论，早的在前', en: 'Comments on a record, the oldest first' },
  input: z.object({ zone, kind, record }),
  output: z.object({ comments: z.array(Comment) }),
})

export const addComment = endpoint({
  name: 'records.addComment',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  summary: { zh: '评论一条记录，可以提醒同事', en: 'Comment on a record; colleagues who are named are told' },
  input: z.object({ zone, kind, record, text, mentions: z.array(z.uuid()).max(20).default([]) }),
  output: Comment,
})

export const changeComment = endpoint({
  name: 'records.changeComment',
  method: 'PATCH',
  path: `${base}/:id`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '修改自己的评论', en: "Change one's own comment" },
  input: z.object({ zone, id: z.uuid(), version: z.int().min(1), text }),
  output: Comment,
})

export const removeComment = endpoint({
  name: 'records.removeComment',
  method: 'POST',
  path: `${base}/:id/remove`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '删除自己的评论', en: "Remove one's own comment" },
  input: z.object({ zone, id: z.uuid(), version: z.int().min(1) }),
  output: z.object({}),
})

export const listMentionable = endpoint({
  name: 'records.listMentionable',
  method: 'GET',
  path: `${base}/people`,
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '可以提醒的同事：能查看此类记录的账号',
    en: 'Colleagues who can be named: accounts that may read the kind',
  },
  input: z.object({ zone, kind, q: z.string().max(40).default('') }),
  output: z.object({ people: z.array(Person) }),
})
