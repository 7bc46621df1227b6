import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { roles } from '../../../kernel/role.ts'

const zone = z.string()
const base = '/api/zones/:zone/views'
const Text = z.object({ zh: z.string(), en: z.string() })

/** Whom a view is for. Whoever joins the department or is given the role has it at once. */
export const Audience = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('me') }),
  z.strictObject({ of: z.literal('department'), id: z.uuid() }),
  z.strictObject({ of: z.literal('role'), role: z.enum(roles) }),
])
export type Audience = z.infer<typeof Audience>

const Shared = z.object({ audience: Audience, label: Text })

export const View = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  /** Conditions, order, columns and form of the list, as its address holds them: `status=idle&sort=name`. */
  search: z.string(),
  audience: Audience,
  /** Whom it is for, in words. */
  label: Text,
  /** The list opens with it. */
  first: z.boolean(),
  /** Records in it now, at most `mostCounted`; null when its conditions fit the kind no more. */
  count: z.number().int().nullable(),
  mayChange: z.boolean(),
})
export type View = z.infer<typeof View>

/** More than so many are not counted on: the tab says so. */
export const mostCounted = 10_000

const kind = z.string().max(100)
const name = z.string().trim().min(1).max(40)
const search = z.string().max(4_000)

export const listViews = endpoint({
  name: 'records.listViews',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '某类记录的视图：本人的、本部门的和本角色的',
    en: "Views of a kind: one's own, the department's and the role's",
  },
  input: z.object({ zone, kind }),
  output: z.object({
    views: z.array(View),
    /** For whom the caller may make one. */
    audiences: z.array(Shared),
  }),
})

export const saveView = endpoint({
  name: 'records.saveView',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  summary: { zh: '保存视图', en: 'Save a view' },
  input: z.object({ zone, kind, name, search, audience: Audience, first: z.boolean() }),
  output: View,
})

export const changeView = endpoint({
  name: 'records.changeView',
  method: 'PATCH',
  path: `${base}/:id`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '修改视图', en: 'Change a view' },
  input: z.object({
    zone,
    id: z.uuid(),
    version: z.int().min(1),
    name: name.optional(),
    search: search.optional(),
    first: z.boolean().optional(),
  }),
  output: View,
})

export const removeView = endpoint({
  name: 'records.removeView',
  method: 'POST',
  path: `${base}/:id/remove`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '删除视图', en: 'Remove a view' },
  input: z.object({ zone, id: z.uuid(), version: z.int().min(1) }),
  output: z.object({}),
})
