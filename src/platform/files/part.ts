import type { FastifyReply } from 'fastify'
import { notFound } from '../access/caller.ts'
import { refuseUnseen } from '../access/refuse-unseen.ts'
import { attachment, Direct } from '../http/direct.ts'
import { zoneOf } from '../journal/record.ts'
import { defineModule, type FileAccess, handle, type ModuleDefinition } from '../module.ts'
import { registryOf } from '../records/registry.ts'
import { openBlob } from './blobs.ts'
import * as contract from './contract.ts'
import { mayOfRecord } from './record-subject.ts'
import { noFolder } from './refusals.ts'
import { addFile, archiveFile, findFile, listFilesOf } from './store.ts'

/** Upload, list and download. A subject's files are seen by whoever its module lets see the subject; a loose file by its uploader. */
export function filesPart(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const bySubject = new Map(modules.flatMap((module) => Object.entries(module.fileAccess ?? {})))
  const registry = registryOf(modules)
  /** Its module's answer, else that of the record kind; `write`: something is to be hung on it or taken off. */
  const access =
    (write: boolean) =>
    (subjectKind: string): FileAccess =>
      bySubject.get(subjectKind) ??
      ((db, subjectId, context) => mayOfRecord(db, context, { registry, subject: { subjectKind, subjectId }, write }))
  return defineModule({
    name: 'files',
    journal: {
      'files.file': {
        label: { zh: '文件', en: 'File' },
        actions: {
          upload: { zh: '上传文件', en: 'File uploaded' },
          remove: { zh: '删除附件', en: 'File removed' },
          attach: { zh: '挂接文件', en: 'File attached' },
        },
      },
    },
    handlers: [
      handle(contract.uploadFile, async (db, { file, subjectKind, subjectId }, context) => {
        const subject = subjectKind !== undefined && subjectId !== undefined ? { subjectKind, subjectId } : null
        if (subject) await refuseUnseen(db, { access: access(true), subject, context })
        return addFile(db, context, { file, subject })
      }),
      handle(contract.listFiles, async (db, { subjectKind, subjectId }, context) => {
        const subject = { subjectKind, subjectId }
        await refuseUnseen(db, { access: access(false), subject, context })
        return { files: await listFilesOf(db, zoneOf(context).id, subject) }
      }),
      handle(contract.removeFile, async (db, { id }, context) => {
        const file = await findFile(db, zoneOf(context).id, id)
        const { subjectKind, subjectId } = file ?? {}
        // What a module keeps as papers of its own is not taken away here.
        if (!subjectKind || !subjectId || bySubject.has(subjectKind)) throw notFound()
        await refuseUnseen(db, { access: access(true), subject: { subjectKind, subjectId }, context })
        await archiveFile(db, context, id)
        return {}
      }),
      handle(contract.downloadFile, async (db, { id }, context) => {
        const file = await findFile(db, zoneOf(context).id, id)
        if (!file) throw notFound()
        const { subjectKind, subjectId, uploadedBy } = file
        const own = uploadedBy !== null && uploadedBy === context.caller.accountId
        const subject = subjectKind !== null && subjectId !== null ? { subjectKind, subjectId } : null
        if (!own) await refuseUnseen(db, { access: access(false), subject, context })
        return new Direct((_request, reply) => sendBlob(reply, file))
      }),
    ],
  })
}

async function sendBlob(reply: FastifyReply, file: contract.StoredFile): Promise<unknown> {
  const { blobs } = reply.server
  if (!blobs) throw noFolder()
  const handle = await openBlob(blobs, file.sha256, file.size)
  return attachment(reply, file.mediaType, file.name).send(handle.createReadStream())
}
