import { createHash } from 'node:crypto'
import { newId } from '../../../platform/ids.ts'
import type { Database } from '../../../platform/module.ts'
import type { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { CatalogueVersion } from '../contract.ts'
import { checkCatalogue } from '../domain/check.ts'
import { parseCatalogue, parseFees } from '../domain/parse.ts'
import { refuseErrors } from '../domain/refuse.ts'
import * as store from './store.ts'

export interface CatalogueFiles {
  readonly catalogue: unknown
  readonly fees: unknown
}

/**
 * Brings in a catalogue as a version and puts it in force, unless people have published one: theirs then stays. The same content is
 * the same version and changes nothing.
 * A catalogue with errors is refused, matter and field named, and nothing is stored.
 */
export async function importCatalogue(db: Database, files: CatalogueFiles, now: Date): Promise<CatalogueVersion> {
  const known = await findKnown(db, files)
  if (known) return known
  const { findings, catalogue, fees } = checkCatalogue(files.catalogue, files.fees)
  refuseErrors(findings)
  if (catalogue === null || fees === null) throw new TypeError('a catalogue without errors has its shape')
  const digest = digestOf(catalogue, fees)
  return db.transaction().execute(async (transaction) => {
    const inForce = (await store.findCurrent(transaction))?.origin !== 'desk'
    return store.insertVersion(
      transaction,
      { id: newId(now), digest, catalogue, fees, now, origin: 'file' },
      { inForce },
    )
  })
}

/** What is stored was checked when it came in: every start but the first spares itself compiling all rules. */
async function findKnown(db: Database, files: CatalogueFiles): Promise<CatalogueVersion | undefined> {
  const catalogue = parseCatalogue(files.catalogue).value
  const fees = parseFees(files.fees).value
  return catalogue && fees ? store.findByDigest(db, digestOf(catalogue, fees)) : undefined
}

/** Puts content that people have checked and decided on in force; content that is known already is that version again. */
export async function publishContent(
  db: Database,
  { catalogue, fees }: { readonly catalogue: Catalogue; readonly fees: FeeSchedule },
  now: Date,
): Promise<CatalogueVersion> {
  const digest = digestOf(catalogue, fees)
  const known = await store.findByDigest(db, digest)
  if (known) return store.putInForce(db, known.id)
  return store.insertVersion(db, { id: newId(now), digest, catalogue, fees, now, origin: 'desk' }, { inForce: true })
}

/** SHA-256 of the two parsed files: parsing drops what the format does not know and puts every row's fields in one order. */
function digestOf(catalogue: Catalogue, fees: FeeSchedule): string {
  return createHash('sha256')
    .update(JSON.stringify([catalogue, fees]))
    .digest('hex')
}
