import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { xlsxType } from '../../kernel/sheet-endpoints.ts'
import { ImportRow, ImportView, rowStates } from '../../kernel/sheet-view.ts'

const zone = z.string()
const base = '/api/zones/:zone/sheet-imports'
const one = { zone, id: z.uuid() }
const own = { permission: 'account', method: 'GET', effect: 'read' } as const

export const readImport = endpoint({
  ...own,
  name: 'sheets.readImport',
  path: `${base}/:id`,
  summary: { zh: '本人的一次导入', en: 'One import of mine' },
  input: z.object(one),
  output: ImportView,
})

export const listImports = endpoint({
  ...own,
  name: 'sheets.listImports',
  path: base,
  summary: { zh: '本人最近的导入', en: 'My latest imports' },
  input: z.object({ zone, kind: z.string().optional() }),
  output: z.object({ imports: z.array(ImportView) }),
})

export const listImportRows = endpoint({
  ...own,
  name: 'sheets.listImportRows',
  path: `${base}/:id/rows`,
  summary: { zh: '一次导入的逐行比对', en: 'The rows of an import, compared' },
  input: z.object({
    ...one,
    state: z.enum(rowStates).optional(),
    /** Number of the last row that is known already. */
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ rows: z.array(ImportRow), next: z.number().int().nullable() }),
})

export const downloadMarked = endpoint({
  ...own,
  name: 'sheets.downloadMarked',
  path: `${base}/:id/workbook`,
  file: xlsxType,
  summary: { zh: '下载标出错误的原表', en: 'The own workbook with its faults marked' },
  input: z.object({ ...one, lang: z.enum(['zh', 'en']).default('zh') }),
  output: z.unknown(),
})

export const takeLine = endpoint({
  name: 'sheets.takeLine',
  method: 'POST',
  path: `${base}/:id/lines/:number/take`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '看过了，这一行仍要导入', en: 'Looked at: take this line all the same' },
  input: z.object({ ...one, number: z.coerce.number().int().min(1), words: z.string().trim().min(1).max(500) }),
  output: ImportView,
})

export const cancelImport = endpoint({
  name: 'sheets.cancelImport',
  method: 'POST',
  path: `${base}/:id/cancel`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '停止或放弃导入', en: 'Stop an import or give it up' },
  input: z.object(one),
  output: ImportView,
})
