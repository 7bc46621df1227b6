import { readDataFile } from '../../../platform/data-files.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { checkCatalogue } from '../domain/check.ts'
import { currentCatalogue } from './api.ts'
import { getMatter } from './get-matter.ts'
import { importCatalogue } from './import-catalogue.ts'
import { listMatters } from './list-matters.ts'
import { listVersions } from './store.ts'

export default defineModule({
  name: 'matters',
  handlers: [
    handle(contract.listMatters, listMatters),
    handle(contract.getMatter, (db, { code }) => getMatter(db, code)),
    handle(contract.getCatalogue, (db) => currentCatalogue(db)),
    handle(contract.listVersions, async (db) => ({ rows: await listVersions(db) })),
    handle(contract.checkCatalogue, async (_db, { catalogue }) => ({
      findings: [...checkCatalogue(catalogue).findings],
    })),
  ],
  prepare: async (db, { now }) => {
    const files = { catalogue: readDataFile('catalogue/matters.json'), fees: readDataFile('catalogue/fees.json') }
    await importCatalogue(db, files, now)
  },
})
