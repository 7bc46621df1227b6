import { createHash } from 'node:crypto'
import { newId } from '../../../platform/ids.ts'
import type { Database } from '../../../platform/module.ts'
import type { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { CatalogueVersion } from '../contract.ts'
import { checkCatalogue } from '../domain/check.ts'
import { refuseErrors } from '../domain/refuse.ts'
import * as store from './store.ts'

export interface CatalogueFiles {
  readonly catalogue: unknown
  readonly fees: unknown
}

/**
 * Brings in a catalogue as a version and puts it in force. The same content is the same version and changes nothing.
 * A catalogue with errors is refused, matter and field named, and nothing is stored.
 */
export async function importCatalogue(db: Database, files: CatalogueFiles, now: Date): Promise<CatalogueVersion> {
  const { findings, catalogue, fees } = checkCatalogue(files.catalogue, files.fees)
  refuseErrors(findings)
  if (catalogue === null || fees === null) throw new TypeError('a catalogue without errors has its shape')
  const digest = digestOf(catalogue, fees)
  const known = await store.findByDigest(db, digest)
  if (known) return known
  return db.transaction().execute((transaction) => {
    return store.insertCurrent(transaction, { id: newId(now), digest, catalogue, fees, now })
  })
}

/** SHA-256 of the two parsed files: parsing drops what the format does not know and puts every row's fields in one order. */
function digestOf(catalogue: Catalogue, fees: FeeSchedule): string {
  return createHash('sha256')
    .update(JSON.stringify([catalogue, fees]))
    .digest('hex')
}
