import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const Text = z.object({ zh: z.string(), en: z.string() })

/** One wall between an account and a record; null: it could not be told. */
export const AccessStep = z.object({
  step: z.enum(['account', 'zone', 'permission', 'own', 'record', 'fields']),
  holds: z.boolean().nullable(),
  text: Text,
})
export type AccessStep = z.infer<typeof AccessStep>

export const explainAccess = endpoint({
  name: 'access.explain',
  method: 'GET',
  path: '/api/zones/:zone/accounts/:id/access',
  permission: 'access.read',
  effect: 'read',
  summary: {
    zh: '某账号为何能或不能看到某类、某条资料',
    en: 'Why an account can or cannot see a kind of record, or one record',
  },
  input: z.strictObject({
    zone: z.string(),
    id: z.uuid(),
    /** Name of a record kind; without it only the account itself is explained. */
    kind: z.string().max(100).optional(),
    record: z.uuid().optional(),
  }),
  output: z.object({
    /** All kinds of record that can be asked about. */
    kinds: z.array(z.object({ name: z.string(), label: Text })),
    steps: z.array(AccessStep),
    /** Null: no kind was asked about, or a step could not be told. */
    sees: z.boolean().nullable(),
  }),
})
