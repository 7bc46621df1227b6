import { inZone } from '../../../platform/database.ts'
import type { Database } from '../../../platform/module.ts'
import { findZone } from '../../zones/server/api.ts'
import type { Verification } from '../contract/verify.ts'
import { readCode } from '../domain/code.ts'
import { maskedName } from '../domain/words.ts'

const nothing: Verification = {
  ...{ found: false, zone: null, kind: null, number: null, issuer: null, applicant: null, matter: null, madeOn: null },
  ...{ state: null, endedOn: null, replacedBy: null, sample: false, files: [] },
}

/** What a code stands for; a code that is unknown, misspelt or of a zone that is not here answers alike. */
export async function verify(db: Database, text: string): Promise<Verification> {
  const read = readCode(text)
  const zone = read && (await findZone(db, read.zone))
  if (!read || !zone) return nothing
  return inZone(db, zone.id, async (zoned) => {
    const row = await zoned
      .selectFrom('writs.writs')
      .selectAll()
      .where('zone_id', '=', zone.id)
      .where('code', '=', read.code)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    if (!row) return nothing
    const files = await zoned
      .selectFrom('writs.files')
      .select(['format', 'sha256'])
      .where('zone_id', '=', zone.id)
      .where('writ_id', '=', row.id)
      .orderBy('format')
      .execute()
    const successor = await zoned
      .selectFrom('writs.writs')
      .select('number')
      .where('zone_id', '=', zone.id)
      .where('replaces_id', '=', row.id)
      .executeTakeFirst()
    return {
      found: true,
      zone: zone.name,
      kind: row.kind,
      number: row.number,
      issuer: row.issuer_name,
      applicant: maskedName(row.applicant),
      matter: row.matter,
      madeOn: row.made_on,
      state: row.state,
      endedOn: row.ended_on,
      replacedBy: successor?.number ?? null,
      sample: row.sample,
      files,
    }
  })
}
