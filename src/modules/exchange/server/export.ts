import type { FileAnswer } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { writeWorkbook } from '../../../platform/sheets/workbook.ts'
import { getZone } from '../../zones/server/api.ts'
import { type Invalid, type TableName, type TableRow, tableNames } from '../contract/rows.ts'
import { chinaTime, type Tables, tablesOf } from '../domain/tables.ts'
import { invalidOf } from '../domain/validity.ts'
import { stringify } from './csv.ts'
import { loadExported } from './load-exported.ts'

export interface ExportRequest {
  readonly since?: string | undefined
}

/** The tables of the zone with the report; with `since` only rows that changed after it, the report still of all. */
export async function exportTables(db: Database, context: RequestContext, { since }: ExportRequest) {
  const zone = zoneOf(context)
  const { countyCode } = await getZone(db, zone.code)
  const given = await loadExported(db, zone, countyCode)
  const tables = tablesOf(given)
  return {
    ...{ zone: zone.code, at: chinaTime(context.now.toISOString()) },
    tables: changedSince(tables, since),
    invalid: invalidOf(given, tables),
  }
}

function changedSince(tables: Tables, since: string | undefined): Record<TableName, TableRow[]> {
  const from = since === undefined ? '' : chinaTime(since)
  const kept = tableNames.map((name) => [name, tables[name].filter(({ gxsj }) => String(gxsj) >= from)] as const)
  return Object.fromEntries(kept) as Record<TableName, TableRow[]>
}

/** One sheet a table, and the report as the first. */
export async function exportSheet(db: Database, context: RequestContext, request: ExportRequest): Promise<FileAnswer> {
  return workbookOf(await exportTables(db, context, request), context.now)
}

interface ExportedTables {
  readonly tables: Record<TableName, TableRow[]>
  readonly invalid: readonly Invalid[]
}

export async function workbookOf({ tables, invalid }: ExportedTables, now: Date): Promise<FileAnswer> {
  const title = '工程审批数据交换'
  const bytes = await writeWorkbook({
    ...{ title, author: '落地 Luodi', createdAt: now },
    sheets: [reportSheet(invalid), ...tableNames.map((name) => tableSheet(name, tables[name]))],
  })
  return { fileName: `${title}-${legalDayOf(now)}.xlsx`, bytes }
}

function reportSheet(invalid: readonly Invalid[]) {
  const columns = ['表', '字段', '项目', '办件', '问题'].map((head) => ({ title: head, width: 26 }))
  const rows = invalid.map((one) => [one.table, one.field, one.project, one.case, one.text.zh])
  return { name: '校验报告', columns, rows, notes: rows.length === 0 ? ['没有发现问题。'] : [] }
}

function tableSheet(name: TableName, rows: readonly TableRow[]) {
  const fields = Object.keys(rows[0] ?? {})
  return {
    name,
    columns: fields.map((title) => ({ title, width: 18 })),
    rows: rows.map((row) => fields.map((field) => row[field] ?? null)),
    notes: [],
  }
}

export async function exportCsv(
  db: Database,
  context: RequestContext,
  { table, ...request }: ExportRequest & { readonly table: TableName },
): Promise<FileAnswer> {
  const { tables } = await exportTables(db, context, request)
  return { fileName: `${table}.csv`, bytes: new TextEncoder().encode(stringify(tables[table])) }
}
