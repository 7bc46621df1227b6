import { type Handler, handle } from '../../module.ts'
import type { Registry } from '../../records/registry.ts'
import * as contract from '../contract/exports.ts'
import { cancelExport, exportFile, ownExport } from './exports.ts'
import { exportView, listOwnExports } from './store.ts'

/** What one does with the exports that one has had made. */
export function exportHandlers(registry: Registry): readonly Handler[] {
  return [
    handle(contract.listExports, async (db, { kind }, context) => ({
      exports: (await listOwnExports(db, context, { kind })).map((one) => exportView(registry, one)),
    })),
    handle(contract.readExport, async (db, { id }, context) =>
      exportView(registry, await ownExport(db, context, { id })),
    ),
    handle(contract.downloadExport, (db, { id }, context) => exportFile(db, context, { registry, id })),
    handle(contract.cancelExport, async (db, { id }, context) =>
      exportView(registry, await cancelExport(db, context, id)),
    ),
  ]
}
