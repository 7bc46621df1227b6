import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { DocumentView } from '../../../platform/documents/contract.ts'
import { WritKind } from './kinds.ts'

const zone = z.string()
const Bilingual = z.object({ zh: z.string(), en: z.string() })
/** A template is small; what is sent as base64 is a third larger. */
export const maxTemplateBytes = 1024 * 1024
const Content = z.base64().max(1_400_000)
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** An old Word file and a text are refused in words of their own, which say what to do. */
const inText = { field: 'content', types: [docx, 'application/x-cfb', 'text/plain'] }

export const templateStates = ['draft', 'published', 'retired'] as const

/** An edition of the template of a kind; edition 0 is the one that comes with the program. */
export const Template = z.object({
  id: z.string().nullable(),
  version: z.number().int(),
  kind: WritKind,
  edition: z.number().int(),
  state: z.enum(templateStates),
  sha256: z.string(),
  size: z.number().int(),
  note: z.string().nullable(),
  updatedAt: z.string().nullable(),
})
export type Template = z.infer<typeof Template>

/** What is wrong with a template, each in one sentence; `refused` must be mended, the others are worth a look. */
const TemplateFinding = z.object({ refused: z.boolean(), tag: z.string(), text: Bilingual })
export type TemplateFinding = z.infer<typeof TemplateFinding>

export const listTemplates = endpoint({
  name: 'writs.listTemplates',
  method: 'GET',
  path: '/api/zones/:zone/writ-templates',
  permission: 'writs.administer',
  effect: 'read',
  summary: { zh: '文书模板', en: 'Templates of writs' },
  input: z.object({ zone }),
  output: z.object({ templates: z.array(Template) }),
})

const edition = { zone, kind: WritKind, edition: z.coerce.number().int().min(0).max(100_000) }

export const getTemplateFile = endpoint({
  name: 'writs.getTemplateFile',
  method: 'GET',
  path: '/api/zones/:zone/writ-templates/:kind/:edition',
  permission: 'writs.administer',
  effect: 'read',
  file: docx,
  summary: { zh: '下载模板', en: 'Download a template' },
  input: z.object(edition),
  output: z.unknown(),
})

/** Checks a template and fills it, with a real case or with sample values; keeps nothing. */
export const tryTemplate = endpoint({
  name: 'writs.tryTemplate',
  method: 'POST',
  path: '/api/zones/:zone/writ-templates/try',
  permission: 'writs.administer',
  effect: 'read',
  summary: { zh: '检查并预览模板', en: 'Check and preview a template' },
  inText,
  input: z.object({ zone, kind: WritKind, content: Content }),
  output: z.object({ findings: z.array(TemplateFinding), document: DocumentView.nullable() }),
})

export const uploadTemplate = endpoint({
  name: 'writs.uploadTemplate',
  method: 'POST',
  path: '/api/zones/:zone/writ-templates',
  permission: 'writs.administer',
  effect: 'write',
  summary: { zh: '上传模板，存为草稿', en: 'Upload a template as a draft' },
  inText,
  input: z.object({ zone, kind: WritKind, content: Content, note: z.string().trim().max(200).default('') }),
  output: Template,
})

export const previewTemplate = endpoint({
  name: 'writs.previewTemplate',
  method: 'GET',
  path: '/api/zones/:zone/writ-templates/:kind/:edition/preview',
  permission: 'writs.administer',
  effect: 'read',
  summary: { zh: '用样例或一个办件预览模板', en: 'Preview a template with sample values or with a case' },
  input: z.object({ ...edition, case: z.uuid().optional() }),
  output: z.object({ document: DocumentView }),
})

export const publishTemplate = endpoint({
  name: 'writs.publishTemplate',
  method: 'POST',
  path: '/api/zones/:zone/writ-templates/:kind/:edition/publish',
  permission: 'writs.administer',
  effect: 'write',
  summary: { zh: '启用模板', en: 'Put a template in use' },
  input: z.object({ zone, kind: WritKind, edition: z.coerce.number().int().min(0).max(100_000) }),
  output: z.object({ templates: z.array(Template) }),
})
