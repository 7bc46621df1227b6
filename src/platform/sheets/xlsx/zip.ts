import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

const endSize = 22
const entrySize = 46
const localSize = 30
const [stored, deflated] = [0, 8]

/** What lies in a ZIP file under one name, packed. */
export interface Entry {
  readonly name: string
  readonly method: number
  readonly body: Buffer
}

/** The entries of a ZIP file by its directory; null when it has none that can be read. */
export function entriesOf(bytes: Uint8Array): readonly Entry[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + endSize > file.length) return null
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let i = file.readUInt16LE(end + 10); i > 0; i--) {
    const entry = entryAt(file, at)
    if (entry === null) return null
    entries.push(entry)
    at += entrySize + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(file: Buffer, at: number): Entry | null {
  if (at + entrySize > file.length) return null
  const local = file.readUInt32LE(at + 42)
  if (local + localSize > file.length) return null
  const from = local + localSize + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const nameSize = file.readUInt16LE(at + 28)
  return {
    name: file.toString('utf8', at + entrySize, at + entrySize + nameSize),
    method: file.readUInt16LE(at + 10),
    body: file.subarray(from, from + file.readUInt32LE(at + 20)),
  }
}

export const isStored = ({ method }: Entry): boolean => method === stored

/** The text of an entry piece by piece, so that it never stands in memory as a whole. Throws on damaged or unknown packing. */
export async function* textOf(entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  if (isStored(entry)) {
    yield decoder.decode(entry.body)
    return
  }
  if (entry.method !== deflated) throw new RangeError(`packing ${entry.method} is not known`)
  const unpacked = Readable.from([entry.body]).pipe(createInflateRaw({ chunkSize: 1 << 18 }))
  for await (const piece of unpacked) yield decoder.decode(piece as Buffer, { stream: true })
  yield decoder.decode()
}

/** All of it at once: for the small parts of a workbook. */
export async function wholeText(entry: Entry | undefined): Promise<string> {
  let whole = ''
  if (entry) for await (const piece of textOf(entry)) whole += piece
  return whole
}
