import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { ExportView } from '../../../kernel/sheet-export.ts'

const zone = z.string()
const base = '/api/zones/:zone/sheet-exports'
const one = z.object({ zone, id: z.uuid() })
const own = { permission: 'account', method: 'GET', effect: 'read' } as const

export const listExports = endpoint({
  ...own,
  name: 'sheets.listExports',
  path: base,
  summary: { zh: '本人最近的后台导出', en: 'My latest exports in the background' },
  input: z.object({ zone, kind: z.string().optional() }),
  output: z.object({ exports: z.array(ExportView) }),
})

export const readExport = endpoint({
  ...own,
  name: 'sheets.readExport',
  path: `${base}/:id`,
  summary: { zh: '本人的一次后台导出', en: 'One export of mine' },
  input: one,
  output: ExportView,
})

export const downloadExport = endpoint({
  ...own,
  name: 'sheets.downloadExport',
  path: `${base}/:id/file`,
  file: 'application/octet-stream',
  summary: { zh: '下载后台导出的文件', en: 'The file that was made' },
  input: one,
  output: z.unknown(),
})

export const cancelExport = endpoint({
  name: 'sheets.cancelExport',
  method: 'POST',
  path: `${base}/:id/cancel`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '停止后台导出', en: 'Stop an export' },
  input: one,
  output: ExportView,
})
