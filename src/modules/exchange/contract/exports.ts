import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { ExternalCase, Invalid, TableName } from './rows.ts'

const zone = z.string()
const base = '/api/zones/:zone/exchange/exports'
const since = z.iso.datetime({ offset: true }).optional()

/** A workbook that went out: who made it, when, of what, and how it can be told from another. */
export const ExportRun = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  /** Only rows that changed since then; null: all. */
  since: z.string().nullable(),
  fileName: z.string(),
  rows: z.number().int(),
  /** Rows of each table. */
  tables: z.array(z.object({ name: TableName, rows: z.number().int() })),
  /** How many findings the report on validity has. */
  findings: z.number().int(),
  /** SHA-256 of the file. */
  sha256: z.string(),
  size: z.number().int(),
})
export type ExportRun = z.infer<typeof ExportRun>

export const keepExport = endpoint({
  name: 'exchange.keepExport',
  method: 'POST',
  path: base,
  permission: 'exchange.export',
  effect: 'write',
  summary: { zh: '导出交换表并留存', en: 'Export the tables and keep the file' },
  input: z.object({ zone, since }),
  output: ExportRun,
})

export const listExports = endpoint({
  name: 'exchange.listExports',
  method: 'GET',
  path: base,
  permission: 'exchange.export',
  effect: 'read',
  summary: { zh: '导出记录', en: 'Exports that were made' },
  input: z.object({ zone }),
  output: z.object({ exports: z.array(ExportRun) }),
})

export const getExportFile = endpoint({
  name: 'exchange.getExportFile',
  method: 'GET',
  path: `${base}/:id/file`,
  permission: 'exchange.export',
  effect: 'read',
  summary: { zh: '再次下载一次导出', en: 'The file of an export, as it was' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.unknown(),
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const getExportReport = endpoint({
  name: 'exchange.getExportReport',
  method: 'GET',
  path: `${base}/:id/report`,
  permission: 'exchange.export',
  effect: 'read',
  summary: { zh: '一次导出的校验报告', en: 'The report on the validity of an export' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.object({ run: ExportRun, invalid: z.array(Invalid) }),
})

/** Cases of one project that only the provincial platform has. */
export const listProjectExternal = endpoint({
  name: 'exchange.listProjectExternal',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/external-cases',
  permission: 'exchange.readExternal',
  effect: 'read',
  summary: { zh: '项目在省平台办理的办件', en: 'Cases of a project that are handled on the provincial platform' },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({ external: z.array(ExternalCase) }),
})
