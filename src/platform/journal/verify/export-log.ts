import { inZone } from '../../database.ts'
import type { Database, ZoneRef } from '../../module.ts'
import { lineOf } from '../seal/line.ts'
import { hashOf } from '../seal/suite.ts'
import { entriesFrom, keysOf, logOf } from './read-log.ts'

const portion = 1_000

/** The sealed journal of a zone as one JSON document with an event a line: all that an outside verifier needs. */
export async function* exportLog(db: Database, zone: ZoneRef): AsyncGenerator<string> {
  const keys = await keysOf(db)
  const { algorithm, checkpoints } = await inZone(db, zone.id, (zoned) => logOf(zoned, zone.id, keys))
  const head = { zone: zone.code, zoneId: zone.id, hash: algorithm, keys, checkpoints }
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`
  const hash = hashOf(algorithm)
  for (let from = 0; ; ) {
    const asked = { zoneId: zone.id, from, limit: portion }
    const entries = await inZone(db, zone.id, (zoned) => entriesFrom(zoned, asked))
    const last = entries.at(-1)
    if (!last) break
    for (const { seq, id, leaf, head: told, body } of entries) {
      const event = told === null || body === null ? null : lineOf(hash, { head: told, body })
      yield `${seq === 0 ? '\n' : ',\n'}${JSON.stringify({ seq, id, leaf, event, body })}`
    }
    from = last.seq + 1
  }
  yield '\n]}\n'
}
