import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../../kernel/problem.ts'
import { HttpRefusal } from '../http/answers.ts'
import { type BlobFolder, newArrival, settle } from './blobs.ts'
import type { ReceivedFile } from './contract.ts'
import { labelOf } from './name.ts'
import { broken, empty, noFolder, notMultipart, tooLarge } from './refusals.ts'
import type { UploadRoom } from './room.ts'
import type { Scanner } from './scanner.ts'
import { sniff } from './sniff.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Null on a server without a data folder. */
    blobs: BlobFolder | null
    /** Null where nobody looks through what is uploaded. */
    scanner: Scanner | null
    uploadRoom: UploadRoom
  }
}

/**
 * Takes in the body of an upload: its fields as texts, and `file`, whose content is then on disk for good under its hash. What is cut short,
 * too large, infected or of a type that is not taken leaves nothing behind. Call it outside of any transaction: a slow sender must hold no connection.
 */
export async function receive(
  request: FastifyRequest,
  { maxBytes }: { readonly maxBytes: number },
): Promise<Record<string, unknown>> {
  const { blobs } = request.server
  if (!blobs) throw noFolder()
  if (!request.isMultipart()) throw notMultipart()
  const fields: Record<string, unknown> = {}
  const arrival = await newArrival(blobs)
  try {
    const limits = { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 4_096, parts: 21 }
    let file: ReceivedFile | undefined
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') file = await take(part, { arrival, maxBytes })
      else fields[part.fieldname] = part.value
    }
    if (!file) throw empty()
    await request.server.scanner?.pass(piecesOf(arrival))
    await settle(blobs, arrival, file.sha256)
    return { ...fields, file }
  } catch (error) {
    throwAwayRest(request)
    throw refusalOfUpload(error, maxBytes)
  } finally {
    await rm(arrival, { force: true })
  }
}

/** Opened when it is read, which a scanner that is down never does. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path)
}

async function take(
  part: MultipartFile,
  { arrival, maxBytes }: { arrival: string; maxBytes: number },
): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.file, count, createWriteStream(arrival, { flags: 'wx', mode: 0o600 }))
  if (part.file.truncated) throw tooLarge(maxBytes)
  if (size === 0) throw empty()
  const mediaType = await sniff(arrival, { name: part.filename, size })
  return { sha256: hash.digest('hex'), size, mediaType, name: labelOf(part.filename, mediaType) }
}

/** What is refused halfway is read to its end and thrown away: a browser looks at the answer only when it has sent everything. */
export function throwAwayRest({ raw }: FastifyRequest): void {
  raw.unpipe()
  raw.resume()
}

/** The library's own refusals by their code; anything else that it says is a body that cannot be read. A full disk stays an error. */
export function refusalOfUpload(error: unknown, maxBytes: number): unknown {
  if (error instanceof Problem || error instanceof HttpRefusal) return error
  const { code, syscall } = error as { code?: string; syscall?: string }
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(maxBytes)
  return syscall === undefined ? broken() : error
}
