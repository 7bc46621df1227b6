import { sql } from 'kysely'
import { z } from 'zod'
import { endpoint } from '../../src/kernel/endpoint.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { defineModule, handle } from '../../src/platform/module.ts'

const summary = { zh: '试验', en: 'Trial' }
const base = { method: 'POST', permission: 'public', effect: 'read', summary } as const

const echo = endpoint({
  ...base,
  name: 'trial.echo',
  path: '/api/trial/echo/:id',
  input: z.object({ id: z.string(), days: z.number().int().min(1).max(9), kind: z.enum(['a', 'b']).optional() }),
  output: z.object({ id: z.string(), days: z.number() }),
})
const list = endpoint({
  ...base,
  method: 'GET',
  name: 'trial.list',
  path: '/api/trial/list',
  input: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
  output: z.object({ limit: z.number(), now: z.string() }),
})
const guarded = endpoint({
  ...base,
  name: 'trial.guarded',
  path: '/api/trial/guarded',
  permission: 'trial.use',
  input: z.object({ never: z.string() }),
  output: z.object({}),
})
const crash = endpoint({
  ...base,
  name: 'trial.crash',
  path: '/api/trial/crash',
  input: z.object({ how: z.string() }),
  output: z.object({ done: z.boolean() }),
})
const rename = endpoint({
  ...base,
  name: 'trial.rename',
  path: '/api/trial/rename',
  effect: 'write',
  input: z.object({ code: z.string(), name: z.string(), fail: z.boolean() }),
  output: z.object({ renamed: z.number() }),
})
const file = endpoint({
  ...base,
  name: 'trial.file',
  path: '/api/trial/file',
  input: z.object({}),
  output: z.unknown(),
  file: 'text/html',
})

const failures: Readonly<Record<string, () => never>> = {
  error: () => {
    throw new Error('password=secret at /etc/shadow')
  },
  internal: () => {
    throw new Problem('internal', 'trial.broken', { zh: '内部秘密', en: 'inner secret' })
  },
  rule: () => {
    throw new Problem(
      'rule_violated',
      'trial.too_late',
      { zh: '已过期。', en: 'It is too late.' },
      { on: '2026-03-02' },
    )
  },
}

/** A module with one endpoint of every sort that the product has, for the tests of the HTTP layer itself. */
export const trial = defineModule({
  name: 'trial',
  handlers: [
    handle(echo, async (_db, input) => ({ ...input, secret: 'not declared' })),
    handle(list, async (_db, { limit }, { now }) => ({ limit, now: now.toISOString() })),
    handle(guarded, async () => ({})),
    handle(crash, async (_db, { how }) => {
      failures[how]?.()
      return { done: 'yes' } as unknown as { done: boolean }
    }),
    handle(rename, async (db, { code, name, fail }) => {
      const done = await sql`update zones.zones set name_en = ${name} where code = ${code}`.execute(db)
      if (fail) throw new Problem('conflict', 'trial.refused', { zh: '不行。', en: 'No.' })
      return { renamed: Number(done.numAffectedRows) }
    }),
    handle(file, async () => ({
      fileName: "方案 (终稿)'1'.html",
      bytes: new TextEncoder().encode('<script>1</script>'),
    })),
  ],
})
