import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { DocumentView } from '../../platform/documents/contract.ts'
import { WritKind, writStates } from './contract/kinds.ts'
import { Writ } from './contract/writ.ts'

const zone = z.string()
const text = z.string().trim().min(1).max(2000)

export const listWrits = endpoint({
  name: 'writs.listWrits',
  method: 'GET',
  path: '/api/zones/:zone/writs',
  permission: 'writs.read',
  effect: 'read',
  summary: { zh: '文书清单', en: 'Writs, the latest first' },
  input: z.object({
    zone,
    project: z.uuid().optional(),
    case: z.uuid().optional(),
    kind: WritKind.optional(),
    state: z.enum(writStates).optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `next` of the page before. */
    after: z.uuid().optional(),
  }),
  output: z.object({ writs: z.array(Writ), next: z.string().nullable() }),
})

/** What can be made of a case now: a writ for each step that asks for one and has none that stands. */
export const listDueWrits = endpoint({
  name: 'writs.listDueWrits',
  method: 'GET',
  path: '/api/zones/:zone/cases/:case/due-writs',
  permission: 'writs.read',
  effect: 'read',
  summary: { zh: '办件应出具的文书', en: 'Writs that a case asks for' },
  input: z.object({ zone, case: z.uuid() }),
  output: z.object({
    due: z.array(z.object({ kind: WritKind, on: z.string() })),
    /** Whether this installation can print PDFs. */
    prints: z.boolean(),
  }),
})

/** Of what a writ is made: exactly one. */
const source = {
  kind: WritKind,
  case: z.uuid().optional(),
  commitment: z.uuid().optional(),
  bundle: z.uuid().optional(),
  /** What the officer adds in their own words. */
  note: z.string().trim().max(2000).default(''),
}

export const previewWrit = endpoint({
  name: 'writs.previewWrit',
  method: 'POST',
  path: '/api/zones/:zone/writs/preview',
  permission: 'writs.make',
  effect: 'read',
  summary: { zh: '预览文书（不编号、不保存）', en: 'Preview a writ, without number' },
  input: z.object({ zone, ...source }),
  output: z.object({ document: DocumentView }),
})

export const makeWrit = endpoint({
  name: 'writs.makeWrit',
  method: 'POST',
  path: '/api/zones/:zone/writs',
  permission: 'writs.make',
  effect: 'write',
  summary: { zh: '出具文书', en: 'Make a writ' },
  input: z.object({ zone, ...source }),
  output: Writ,
})

const one = { zone, id: z.uuid() }

export const getWrit = endpoint({
  name: 'writs.getWrit',
  method: 'GET',
  path: '/api/zones/:zone/writs/:id',
  permission: 'writs.read',
  effect: 'read',
  summary: { zh: '一份文书及其内容', en: 'A writ and what it says' },
  input: z.object(one),
  output: z.object({ writ: Writ, document: DocumentView, prints: z.boolean() }),
})

export const voidWrit = endpoint({
  name: 'writs.voidWrit',
  method: 'POST',
  path: '/api/zones/:zone/writs/:id/void',
  permission: 'writs.void',
  effect: 'write',
  summary: { zh: '作废文书', en: 'Declare a writ void' },
  input: z.object({ ...one, version: z.number().int(), reason: text }),
  output: Writ,
})

export const reissueWrit = endpoint({
  name: 'writs.reissueWrit',
  method: 'POST',
  path: '/api/zones/:zone/writs/:id/reissue',
  permission: 'writs.void',
  effect: 'write',
  summary: { zh: '重新出具，替代原文书', en: 'Make it anew, in place of the old one' },
  input: z.object({ ...one, version: z.number().int(), reason: text, note: z.string().trim().max(2000).default('') }),
  output: Writ,
})

export const getWordFile = endpoint({
  name: 'writs.getWordFile',
  method: 'GET',
  path: '/api/zones/:zone/writs/:id/word',
  permission: 'writs.read',
  effect: 'read',
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  summary: { zh: '下载文书 Word 文件', en: 'The Word file of a writ' },
  input: z.object(one),
  output: z.unknown(),
})

/** Prints the PDF once and keeps it, so that its digest stays. */
export const printWrit = endpoint({
  name: 'writs.printWrit',
  method: 'POST',
  path: '/api/zones/:zone/writs/:id/print',
  permission: 'writs.read',
  effect: 'write',
  summary: { zh: '生成文书 PDF', en: 'Print the PDF of a writ' },
  input: z.object(one),
  output: Writ,
})

export const getPdfFile = endpoint({
  name: 'writs.getPdfFile',
  method: 'GET',
  path: '/api/zones/:zone/writs/:id/pdf',
  permission: 'writs.read',
  effect: 'read',
  file: 'application/pdf',
  summary: { zh: '下载文书 PDF', en: 'The PDF of a writ' },
  input: z.object(one),
  output: z.unknown(),
})
