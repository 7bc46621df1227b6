import { sql } from 'kysely'
import type { Database } from '../module.ts'
import { leafOf, type SealedText, sealedColumns } from './seal/line.ts'
import { hashOf } from './seal/suite.ts'

/**
 * The digests of a subject's events by their ids: the SHA-256 leaf under which each is sealed (RFC 6962), computed from what is stored now.
 * Whoever was given id and digest can tell later whether the event still says the same, and prove it by its receipt.
 */
export async function digestsOf(
  db: Database,
  { zoneId, subjectId }: { readonly zoneId: string; readonly subjectId: string },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<SealedText & { readonly id: string }>`select e.id, ${sealedColumns} from journal.events e
    where e.zone_id = ${zoneId} and e.subject_id = ${subjectId}`.execute(db)
  const hash = hashOf('sha256')
  return new Map(rows.map((row) => [row.id, Buffer.from(leafOf(hash, row)).toString('hex')]))
}
