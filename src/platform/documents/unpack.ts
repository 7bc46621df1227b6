import { inflateRawSync } from 'node:zlib'

/** What a ZIP file of an office document may come to: more is no document. */
const maxEntries = 2_000
const maxUnpackedBytes = 40 * 1024 * 1024
const endSize = 22
const entrySize = 46

export type Unpacked = ReadonlyMap<string, Buffer>

/** Why a file cannot be taken as a Word document. */
export type Unusable = 'old_format' | 'not_zip' | 'damaged' | 'too_large' | 'not_word' | 'holds_program'

/**
 * Unpacks a .docx in memory, never more than a document needs whatever its directory claims; or says why not. A .doc of before 2007 and an
 * encrypted document are told by their first bytes.
 */
export function unpackWord(bytes: Buffer): Unpacked | Unusable {
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return 'old_format'
  if (bytes.subarray(0, 4).toString('hex') !== '504b0304') return 'not_zip'
  const files = unzip(bytes)
  if (typeof files === 'string') return files
  if (!files.has('word/document.xml') || !files.has('[Content_Types].xml')) return 'not_word'
  if ([...files.keys()].some((name) => /vbaProject\.bin$|embeddings\/|\.(exe|dll|js|vbs|bat|cmd|scr)$/i.test(name))) {
    return 'holds_program'
  }
  return files
}

function unzip(bytes: Buffer): Unpacked | Unusable {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + endSize > bytes.length) return 'damaged'
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > maxEntries) return 'too_large'
  const files = new Map<string, Buffer>()
  let left = maxUnpackedBytes
  for (let i = 0; i < count; i++) {
    if (at + entrySize > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged'
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + entrySize, at + entrySize + nameLength)
    const content = contentAt(bytes, at, left)
    if (typeof content === 'string') return content
    left -= content.length
    if (!name.endsWith('/')) files.set(name, content)
    at += entrySize + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return files
}

function contentAt(bytes: Buffer, at: number, left: number): Buffer | Unusable {
  const method = bytes.readUInt16LE(at + 10)
  const size = bytes.readUInt32LE(at + 20)
  const head = bytes.readUInt32LE(at + 42)
  if (head + 30 > bytes.length || bytes.readUInt32LE(head) !== 0x04034b50) return 'damaged'
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28)
  const packed = bytes.subarray(start, start + size)
  if (packed.length !== size || (method !== 0 && method !== 8)) return 'damaged'
  if (method === 0) return packed.length > left ? 'too_large' : packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged'
  }
}
