import type { FastifyReply } from 'fastify'
import { notFound } from '../access/caller.ts'
import { attachment, Direct } from '../http/direct.ts'
import { zoneOf } from '../journal/record.ts'
import {
  type Database,
  defineModule,
  type FileAccess,
  handle,
  type ModuleDefinition,
  type RequestContext,
} from '../module.ts'
import { openBlob } from './blobs.ts'
import * as contract from './contract.ts'
import { noFolder } from './refusals.ts'
import { addFile, type FileSubject, findFile, listFilesOf } from './store.ts'

/** Upload, list and download. A subject's files are seen by whoever its module lets see the subject; a loose file by its uploader. */
export function filesPart(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const access = new Map(modules.flatMap((module) => Object.entries(module.fileAccess ?? {})))
  return defineModule({
    name: 'files',
    journal: {
      'files.file': {
        label: { zh: '文件', en: 'File' },
        actions: {
          upload: { zh: '上传文件', en: 'File uploaded' },
          attach: { zh: '挂接文件', en: 'File attached' },
        },
      },
    },
    handlers: [
      handle(contract.uploadFile, async (db, { file, subjectKind, subjectId }, context) => {
        const subject = subjectKind !== undefined && subjectId !== undefined ? { subjectKind, subjectId } : null
        if (subject) await refuseUnseen(db, { access, subject, context })
        return addFile(db, context, { file, subject })
      }),
      handle(contract.listFiles, async (db, { subjectKind, subjectId }, context) => {
        const subject = { subjectKind, subjectId }
        await refuseUnseen(db, { access, subject, context })
        return { files: await listFilesOf(db, zoneOf(context).id, subject) }
      }),
      handle(contract.downloadFile, async (db, { id }, context) => {
        const file = await findFile(db, zoneOf(context).id, id)
        if (!file) throw notFound()
        const { subjectKind, subjectId, uploadedBy } = file
        const own = uploadedBy !== null && uploadedBy === context.caller.accountId
        const subject = subjectKind !== null && subjectId !== null ? { subjectKind, subjectId } : null
        if (!own) await refuseUnseen(db, { access, subject, context })
        return new Direct((_request, reply) => sendBlob(reply, file))
      }),
    ],
  })
}

interface Question {
  readonly access: ReadonlyMap<string, FileAccess>
  readonly subject: FileSubject | null
  readonly context: RequestContext
}

/** Default deny: what no module answers for is nobody's. The answer is the same as for what does not exist. */
async function refuseUnseen(db: Database, { access, subject, context }: Question): Promise<void> {
  const maySee = subject ? access.get(subject.subjectKind) : undefined
  if (!subject || !maySee || !(await maySee(db, subject.subjectId, context))) throw notFound()
}

async function sendBlob(reply: FastifyReply, file: contract.StoredFile): Promise<unknown> {
  const { blobs } = reply.server
  if (!blobs) throw noFolder()
  const handle = await openBlob(blobs, file.sha256, file.size)
  return attachment(reply, file.mediaType, file.name).send(handle.createReadStream())
}
