import type { Endpoint } from '../../kernel/endpoint.ts'
import { sheetEndpoints } from '../../kernel/sheet-endpoints.ts'
import { notFound } from '../access/caller.ts'
import {
  type Database,
  defineModule,
  type Handler,
  handle,
  type ModuleDefinition,
  type RequestContext,
} from '../module.ts'
import { registryOf } from '../records/registry.ts'
import { checksOf, type Taking } from './ask.ts'
import { rowsAfter } from './chunks.ts'
import * as contract from './contract.ts'
import { exportCsv, exportXlsx } from './export.ts'
import { cancelImport, confirmImport, ownImport, startImport } from './imports.ts'
import { markedOf } from './marked-file.ts'
import { startExport } from './out/exports.ts'
import { exportHandlers } from './out/handlers.ts'
import { exportView } from './out/store.ts'
import { listOwn, viewOf } from './store.ts'
import { takeLine } from './take-line.ts'
import { templateOf } from './template.ts'

/** The platform's part for sheets: every plain kind goes out as a workbook and comes back, by its declaration alone. */
export function sheetsPart(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const registry = registryOf(modules)
  const checks = checksOf(modules)
  return defineModule({
    name: 'sheets',
    journal: {
      'sheets.import': {
        label: { zh: '表格导入', en: 'Import of a sheet' },
        actions: {
          upload: { zh: '上传表格', en: 'Sheet uploaded' },
          confirm: { zh: '确认导入', en: 'Import confirmed' },
          finish: { zh: '导入完成', en: 'Import finished' },
          cancel: { zh: '停止导入', en: 'Import stopped' },
          takeLine: contract.takeLine.summary,
        },
      },
      'sheets.export': {
        label: { zh: '表格导出', en: 'Export of a sheet' },
        actions: {
          start: { zh: '开始后台导出', en: 'Export started' },
          finish: { zh: '导出完成', en: 'Export made' },
          cancel: { zh: '停止导出', en: 'Export stopped' },
        },
      },
    },
    handlers: [
      ...[...registry.values()].flatMap((kind) => kindHandlers({ kind, registry, check: checks.get(kind.name) })),
      handle(contract.readImport, async (db, { id }, context) =>
        viewOf(registry, await ownImport(db, context, { id })),
      ),
      handle(contract.listImports, async (db, { kind }, context) => ({
        imports: (await listOwn(db, context, { kind })).map((one) => viewOf(registry, one)),
      })),
      handle(contract.listImportRows, async (db, { id, limit, ...asked }, context) => {
        const one = await ownImport(db, context, { id })
        const kind = registry.get(one.kind)
        if (!kind) throw notFound()
        const rows = await rowsAfter(db, { one, kind }, { ...asked, limit: limit + 1 })
        const page = rows
          .slice(0, limit)
          .map((row) => ({ ...row, cells: [...row.cells], issues: [...row.issues], warnings: [...row.warnings] }))
          .map((row) => ({ ...row, ask: row.ask ?? false }))
        return { rows: page, next: rows.length > limit ? (page.at(-1)?.number ?? null) : null }
      }),
      handle(contract.downloadMarked, (db, asked, context) => markedOf(db, context, { registry, ...asked })),
      handle(contract.takeLine, async (db, input, context) => viewOf(registry, await takeLine(db, context, input))),
      handle(contract.cancelImport, async (db, { id }, context) =>
        viewOf(registry, await cancelImport(db, context, id)),
      ),
      ...exportHandlers(registry),
    ],
  })
}

function kindHandlers(known: Taking): readonly Handler[] {
  const { kind, registry } = known
  const doors = sheetEndpoints(kind)
  return [
    file(doors.template, (db, { lang }, context) => templateOf(db, context, { ...known, lang })),
    handle(doors.upload, async (db, { file }, context) => {
      const { one, again } = await startImport(db, context, { known, file, sample: context.sample ?? false })
      return viewOf(registry, one, { again })
    }),
    handle(doors.confirm, async (db, { import: id }, context) =>
      viewOf(registry, await confirmImport(db, context, { known, id })),
    ),
    file(doors.exportXlsx, (db, input, context) => exportXlsx(db, context, { ...known, input })),
    file(doors.exportCsv, (db, input, context) => exportCsv(db, context, { ...known, input })),
    handle(doors.startExport, async (db, input, context) =>
      exportView(registry, await startExport(db, context, { kind, input })),
    ),
  ]
}

function file<In>(
  door: Endpoint<In, unknown>,
  run: (db: Database, input: In, context: RequestContext) => Promise<unknown>,
): Handler {
  return handle(door, run)
}
