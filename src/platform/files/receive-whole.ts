import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Uploaded } from '../../kernel/uploaded.ts'
import { refusalOfUpload, throwAwayRest } from './receive.ts'
import { empty, notMultipart } from './refusals.ts'
import { sniffBytes } from './sniff.ts'

/**
 * Takes in an upload whose content the handler reads at once: its fields as texts, and `file` in memory, of one of `types` by its content and
 * seen by the scanner. Nothing of it is left on disk.
 */
export async function receiveWhole(
  request: FastifyRequest,
  { maxBytes, types }: { readonly maxBytes: number; readonly types: readonly string[] },
): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) throw notMultipart()
  const fields: Record<string, unknown> = {}
  let file: Uploaded | undefined
  try {
    const limits = { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 4_096, parts: 21 }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') file = uploadedOf(part.filename, await part.toBuffer())
      else fields[part.fieldname] = part.value
    }
  } catch (error) {
    throwAwayRest(request)
    throw refusalOfUpload(error, maxBytes)
  }
  if (!file || file.bytes.length === 0) throw empty()
  await sniffBytes(file.bytes, types)
  await request.server.scanner?.pass([file.bytes])
  return { ...fields, file }
}

const longestName = 120

export function uploadedOf(name: string, bytes: Uint8Array): Uploaded {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const label = (name.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return new Uploaded({ name: label.slice(-longestName) || 'file', bytes, sha256 })
}
