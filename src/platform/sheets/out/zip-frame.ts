import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, isStored } from '../xlsx/zip.ts'

/** What lies in a ZIP file under one name, with the sums that its heads tell (PKWARE APPNOTE 6.3, 4.3.7 and 4.3.12). */
export interface Packed {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly unpacked: number
}

const deflated = 8
const [localMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50]
const version = 20
/** Names are in UTF-8. */
const flags = 0x0800
/** 1 January 1980: the first day that the format knows. */
const firstDay = 0x21

export const deflatedEntry = (sums: Omit<Packed, 'method'>): Packed => ({ ...sums, method: deflated })

/** What stands before and behind the body of the last entry, so that the three one after the other are a ZIP file. */
export function zipAround(others: readonly Entry[], last: Packed): { readonly front: Buffer; readonly back: Buffer } {
  const front: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  const put = (...pieces: readonly Buffer[]) => {
    front.push(...pieces)
    for (const { length } of pieces) at += length
  }
  for (const entry of others) {
    const sums = sumsOf(entry)
    directory.push(entryHead(sums, at))
    put(localHead(sums), entry.body)
  }
  directory.push(entryHead(last, at))
  put(localHead(last))
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at + last.packed, 16)
  return { front: Buffer.concat(front), back: Buffer.concat([listed, end]) }
}

function sumsOf(entry: Entry): Packed {
  const { name, method, body } = entry
  const plain = isStored(entry) ? body : inflateRawSync(body)
  return { name, method, checksum: crc32(plain), packed: body.length, unpacked: plain.length }
}

function localHead(sums: Packed): Buffer {
  const name = Buffer.from(sums.name, 'utf8')
  const head = Buffer.alloc(30)
  head.writeUInt32LE(localMark, 0)
  writeSums(head.subarray(4), sums, name.length)
  return Buffer.concat([head, name])
}

function entryHead(sums: Packed, at: number): Buffer {
  const name = Buffer.from(sums.name, 'utf8')
  const head = Buffer.alloc(46)
  head.writeUInt32LE(entryMark, 0)
  head.writeUInt16LE(version, 4)
  writeSums(head.subarray(6), sums, name.length)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

/** The part that both heads have in common. */
function writeSums(part: Buffer, { method, checksum, packed, unpacked }: Packed, nameLength: number): void {
  part.writeUInt16LE(version, 0)
  part.writeUInt16LE(flags, 2)
  part.writeUInt16LE(method, 4)
  part.writeUInt16LE(firstDay, 8)
  part.writeUInt32LE(checksum, 10)
  part.writeUInt32LE(packed, 14)
  part.writeUInt32LE(unpacked, 18)
  part.writeUInt16LE(nameLength, 22)
}
