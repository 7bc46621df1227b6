import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/files'
export const maxFileBytes = 20 * 1024 * 1024

/** A file as it is shown. */
export const StoredFile = z.object({
  id: z.string(),
  name: z.string(),
  /** By content, never by name. */
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  uploadedAt: z.string(),
  /** Account id. */
  uploadedBy: z.string().nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>

/** What the server found in the part `file` of an upload: nothing of it is the sender's word but the name. */
export const ReceivedFile = z.object({
  sha256: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  name: z.string(),
})
export type ReceivedFile = z.infer<typeof ReceivedFile>

const subjectKind = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)

export const uploadFile = endpoint({
  name: 'files.uploadFile',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  upload: { maxBytes: maxFileBytes },
  summary: {
    zh: '上传文件（PDF、OFD、PNG、JPEG、WebP、Word、Excel、CSV、纯文本，不超过 20 MB）',
    en: 'Upload a file (PDF, OFD, PNG, JPEG, WebP, Word, Excel, CSV, plain text; at most 20 MB)',
  },
  /** Without a subject only the uploader sees it, until it is attached. */
  input: z
    .object({ zone, subjectKind: subjectKind.optional(), subjectId: z.uuid().optional(), file: ReceivedFile })
    .refine(({ subjectKind, subjectId }) => (subjectKind === undefined) === (subjectId === undefined)),
  output: StoredFile,
})

export const listFiles = endpoint({
  name: 'files.listFiles',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '某事物的文件', en: 'Files of a subject' },
  input: z.object({ zone, subjectKind, subjectId: z.uuid() }),
  output: z.object({ files: z.array(StoredFile) }),
})

export const removeFile = endpoint({
  name: 'files.removeFile',
  method: 'POST',
  path: `${base}/:id/remove`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '删除记录的附件', en: 'Remove a file from a record' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.object({}),
})

export const downloadFile = endpoint({
  name: 'files.downloadFile',
  method: 'GET',
  path: `${base}/:id`,
  permission: 'account',
  effect: 'read',
  file: 'application/octet-stream',
  summary: { zh: '下载文件', en: 'Download a file' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.unknown(),
})
