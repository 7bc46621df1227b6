import type { FileHandle } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { hostile } from './refusals.ts'

const maxEntries = 5_000
const maxUnpackedBytes = 300 * 1024 * 1024
const endSize = 22
const longestComment = 65_535
const entrySize = 46
const localSize = 30
const stored = 0
/** Of what is looked into: what a document consists of, and what its parts point at. */
const maxTextBytes = 2 * 1024 * 1024
const unixLink = 0xa

/** A file on disk, or one in memory. */
export type Content = FileHandle | Uint8Array

/** What lies in a ZIP file, as its directory tells. */
export interface PackedPart {
  readonly name: string
  readonly isEncrypted: boolean
  /** It stands for another place instead of holding something. */
  readonly isLink: boolean
  readonly method: number
  readonly packedBytes: number
  readonly offset: number
}

/** The parts of a ZIP file by its own directory; refused when it would unpack to more than an office needs, or cannot be read. */
export async function readZipParts(file: Content, size: number): Promise<readonly PackedPart[]> {
  const tail = await bytesAt(
    file,
    Math.max(0, size - endSize - longestComment),
    Math.min(size, endSize + longestComment),
  )
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + endSize > tail.length) throw unreadable()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (count > maxEntries || offset + length > size) throw count > maxEntries ? bomb() : unreadable()
  return partsOf(await bytesAt(file, offset, length), count)
}

function partsOf(directory: Buffer, count: number): PackedPart[] {
  const parts: PackedPart[] = []
  let unpacked = 0
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + entrySize > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw unreadable()
    unpacked += directory.readUInt32LE(at + 24)
    const nameLength = directory.readUInt16LE(at + 28)
    parts.push({
      name: directory.toString('utf8', at + entrySize, at + entrySize + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      isLink: directory.readUInt32LE(at + 38) >>> 28 === unixLink,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += entrySize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  if (unpacked > maxUnpackedBytes) throw bomb()
  return parts
}

/** The text of a small part, never more of it than such parts have, whatever the directory says. */
export async function textOfPart(file: Content, { offset, packedBytes, method }: PackedPart): Promise<string> {
  const head = await bytesAt(file, offset, localSize)
  if (head.length < localSize || head.readUInt32LE(0) !== 0x04034b50) throw unreadable()
  if (packedBytes > maxTextBytes) throw bomb()
  const from = offset + localSize + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = await bytesAt(file, from, packedBytes)
  if (method === stored) return packed.toString('utf8')
  try {
    return inflateRawSync(packed, { maxOutputLength: maxTextBytes }).toString('utf8')
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : unreadable()
  }
}

async function bytesAt(file: Content, position: number, length: number): Promise<Buffer> {
  if (file instanceof Uint8Array) return Buffer.from(file.subarray(position, position + length))
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function bomb() {
  return hostile('unpacks_too_large', '文件解压后过大，已拒绝。', 'The file would unpack to too much and was refused.')
}

export function unreadable() {
  return hostile(
    'unreadable',
    '文件已损坏，无法读取，请重新导出后再上传。',
    'The file is damaged: export it again, then upload it.',
  )
}
