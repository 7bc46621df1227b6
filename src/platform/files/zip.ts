import type { FileHandle } from 'node:fs/promises'
import { hostile } from './refusals.ts'

const maxEntries = 5_000
const maxUnpackedBytes = 300 * 1024 * 1024
const endSize = 22
const longestComment = 65_535
const entrySize = 46

/** Names in a ZIP file by its own directory; refused when it would unpack to more than an office needs, or cannot be read. */
export async function readZipNames(file: FileHandle, size: number): Promise<readonly string[]> {
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
  return namesOf(await bytesAt(file, offset, length), count)
}

function namesOf(directory: Buffer, count: number): string[] {
  const names: string[] = []
  let unpacked = 0
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + entrySize > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw unreadable()
    unpacked += directory.readUInt32LE(at + 24)
    const nameLength = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + entrySize, at + entrySize + nameLength))
    at += entrySize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  if (unpacked > maxUnpackedBytes) throw bomb()
  return names
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function bomb() {
  return hostile('unpacks_too_large', '文件解压后过大，已拒绝。', 'The file would unpack to too much and was refused.')
}

function unreadable() {
  return hostile(
    'unreadable',
    '文件已损坏，无法读取，请重新导出后再上传。',
    'The file is damaged: export it again, then upload it.',
  )
}
