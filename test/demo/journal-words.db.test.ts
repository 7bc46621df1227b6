import { expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import { journalWords } from '../../src/platform/journal/words.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { startDemo } from '../support/demo.ts'

const demo = startDemo()
const words = journalWords(withParts(await loadModules()))

const chinese = /\p{Script=Han}/u

it('calls every subject and every act that the demo leaves in the journal by a name in both languages', async () => {
  const named = new Map(
    words.flatMap(({ kind, actions }) => actions.map(({ action, label }) => [`${kind} ${action}`, label])),
  )
  const told = new Set<string>()
  for (const { id } of await demo().zones()) {
    const rows = await inZone(demo().db, id, (db) =>
      db.selectFrom('journal.events').select(['subject_kind', 'action']).distinct().where('zone_id', '=', id).execute(),
    )
    for (const { subject_kind: kind, action } of rows) told.add(`${kind} ${action}`)
  }
  expect(told.size).toBeGreaterThan(30)
  expect([...told].filter((one) => !named.has(one))).toEqual([])
  for (const one of told) {
    const { zh, en } = named.get(one) ?? { zh: '', en: '' }
    expect([one, chinese.test(zh), /^[A-Z]/.test(en), chinese.test(en)]).toEqual([one, true, true, false])
  }
})

it('names every kind of subject once', () => {
  expect(new Set(words.map(({ kind }) => kind)).size).toBe(words.length)
  expect(words.filter(({ kind, label }) => label.zh === kind || !chinese.test(label.zh))).toEqual([])
})
