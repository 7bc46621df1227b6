import { z } from 'zod'
import { type Endpoint, lateEndpoint, type Schema } from './endpoint.ts'
import type { Label } from './label.ts'
import { onceFor } from './once.ts'
import type { AnyRecordKind } from './record-kind.ts'
import { type ListInput, listInput } from './record-list.ts'
import { type ExportFormat, ExportView, exportFormats } from './sheet-export.ts'
import { ImportView } from './sheet-view.ts'
import { Uploaded } from './uploaded.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const maxSheetBytes = 100 * 1024 * 1024
/** What may be a table. Not every program writes a workbook so that it is known as one; one of before 2007 is refused in words that say what to do. */
export const tableTypes = [xlsxType, 'application/zip', 'application/x-cfb', 'text/plain']

const lang = z.enum(['zh', 'en']).default('zh')
export type ExportInput = ListInput & { readonly lang: 'zh' | 'en'; readonly columns?: readonly string[] }

export type StartExportInput = ExportInput & { readonly format: ExportFormat }

/** The doors through which records of a kind go out as a sheet and come back: template, export, upload, confirmation. */
export interface SheetEndpoints {
  readonly template: Endpoint<{ readonly zone: string; readonly lang: 'zh' | 'en' }, unknown>
  readonly upload: Endpoint<{ readonly zone: string; readonly file: Uploaded }, ImportView>
  readonly confirm: Endpoint<{ readonly zone: string; readonly import: string }, ImportView>
  readonly exportXlsx: Endpoint<ExportInput, unknown>
  readonly exportCsv: Endpoint<ExportInput, unknown>
  readonly startExport: Endpoint<StartExportInput, ExportView>
}

export const sheetEndpoints = onceFor((kind: AnyRecordKind): SheetEndpoints => {
  const { read, write } = kind.access
  const zone = z.string()
  const nothing = () => z.unknown()
  const view = () => ImportView
  const exported = { input: () => exportInput(kind), output: nothing }
  return {
    template: lateEndpoint(
      {
        ...named(kind, 'template', { zh: '导入模板', en: 'Template' }),
        ...{ method: 'GET', permission: write, effect: 'read', file: xlsxType },
      },
      { input: () => z.object({ zone, lang }), output: nothing },
    ),
    upload: lateEndpoint(
      {
        ...named(kind, 'imports', { zh: '上传表格并逐格比对', en: 'Upload a sheet and compare it cell by cell' }),
        ...{ name: `${kind.name}.uploadSheet`, method: 'POST', permission: write, effect: 'write' },
        upload: { maxBytes: maxSheetBytes, whole: tableTypes },
      },
      { input: () => z.object({ zone, file: z.instanceof(Uploaded) }), output: view },
    ),
    confirm: lateEndpoint(
      {
        ...named(kind, 'imports/:import/confirm', { zh: '确认导入', en: 'Confirm the import' }),
        ...{ name: `${kind.name}.confirmSheet`, method: 'POST', permission: write, effect: 'write' },
      },
      { input: () => z.object({ zone, import: z.uuid() }), output: view },
    ),
    exportXlsx: lateEndpoint(
      {
        ...named(kind, 'export', { zh: '导出 Excel', en: 'Export as Excel' }),
        ...{ name: `${kind.name}.exportSheet`, method: 'GET', permission: read, effect: 'read', file: xlsxType },
      },
      exported,
    ),
    exportCsv: lateEndpoint(
      {
        ...named(kind, 'export-csv', { zh: '导出 CSV', en: 'Export as CSV' }),
        ...{ name: `${kind.name}.exportCsv`, method: 'GET', permission: read, effect: 'read', file: 'text/csv' },
      },
      exported,
    ),
    startExport: lateEndpoint(
      {
        ...named(kind, 'exports', { zh: '在后台导出', en: 'Export in the background' }),
        ...{ name: `${kind.name}.startExport`, method: 'POST', permission: read, effect: 'write' },
      },
      { input: () => startExportInput(kind), output: () => ExportView },
    ),
  }
})

function named(kind: AnyRecordKind, place: string, { zh, en }: Label) {
  const { one } = kind.labels
  return {
    name: `${kind.name}.${place}`,
    path: `/api/zones/:zone/${kind.path}/sheet/${place}`,
    summary: { zh: `${one.zh}：${zh}`, en: `${one.en}: ${en}` },
  }
}

function exportInput(kind: AnyRecordKind): Schema<ExportInput> {
  return exportFields(kind) as unknown as Schema<ExportInput>
}

function startExportInput(kind: AnyRecordKind): Schema<StartExportInput> {
  return exportFields(kind).extend({ format: z.enum(exportFormats) }) as unknown as Schema<StartExportInput>
}

/** The list's own filters and order, and the columns that are wanted, in their order; all of the list's when absent. */
function exportFields(kind: AnyRecordKind): z.ZodObject {
  const list = listInput(kind) as unknown as z.ZodObject
  const column = z.enum(Object.keys(kind.fields))
  const columns = z
    .string()
    .transform((names) => names.split(','))
    .pipe(z.array(column).min(1))
    .optional()
  return list.omit({ limit: true, after: true }).extend({ lang, columns })
}
