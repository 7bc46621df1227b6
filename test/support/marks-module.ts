import { z } from 'zod'
import { endpoint } from '../../src/kernel/endpoint.ts'
import { Problem } from '../../src/kernel/problem.ts'
import { newId } from '../../src/platform/ids.ts'
import { record } from '../../src/platform/journal/record.ts'
import { defineModule, handle } from '../../src/platform/module.ts'

const path = '/api/zones/:zone/trial-marks'

const setMark = endpoint({
  name: 'marks.setMark',
  method: 'POST',
  path,
  permission: 'marks.set',
  effect: 'write',
  summary: { zh: '做一个记号', en: 'Set a mark' },
  input: z.object({ zone: z.string(), note: z.string(), refuse: z.boolean().default(false) }),
  output: z.object({ id: z.string() }),
})

const publicMarks = endpoint({
  name: 'marks.countMarks',
  method: 'GET',
  path: `${path}/count`,
  permission: 'public',
  effect: 'read',
  summary: { zh: '记号数', en: 'How many marks' },
  input: z.object({ zone: z.string(), note: z.string() }),
  output: z.object({ count: z.number(), caller: z.string().nullable() }),
})

/** A zoned module for tests: each mark is one event of the journal, so that effects can be counted. */
export const marks = defineModule({
  name: 'marks',
  grants: { 'marks.set': ['officer', 'agent'] },
  handlers: [
    handle(setMark, async (db, { note, refuse }, context) => {
      const id = newId(context.now)
      await record(db, context, { subjectKind: 'marks.mark', subjectId: id, action: 'set', note })
      if (refuse) throw new Problem('rule_violated', 'marks.refused', { zh: '不行。', en: 'No.' })
      return { id }
    }),
    handle(publicMarks, async (db, { note }, { zone, caller }) => {
      const rows = await db
        .selectFrom('journal.events')
        .select('id')
        .where('zone_id', '=', zone?.id ?? '')
        .where('note', '=', note)
        .execute()
      return { count: rows.length, caller: caller.accountId }
    }),
  ],
})
