import { constants, crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly text: string | Uint8Array
  /** Unpacked size as the directory tells it. */
  readonly claims?: number
  readonly deflate?: boolean
  /** `text` is packed already, and unpacks to so many bytes. */
  readonly unpacksTo?: number
  /** General purpose bits: 1 says that the entry is encrypted. */
  readonly flags?: number
  /** Unix mode: 0o120777 is a link to another place. */
  readonly mode?: number
}

/** A ZIP file whose directory tells what the test wants told. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, claims, deflate = false, unpacksTo, flags = 0, mode = 0 } of entries) {
    const data = Buffer.from(text)
    const body = deflate ? deflateRawSync(data) : data
    const size = unpacksTo ?? data.length
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(deflate || unpacksTo !== undefined ? 8 : 0, 4)
    head.writeUInt32LE(crc32(data), 10)
    head.writeUInt32LE(body.length, 14)
    head.writeUInt32LE(claims ?? size, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), body])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(mode * 0x10000, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, tail, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

const megabyte = 1024 * 1024
let packed: Buffer | undefined

/** An entry that unpacks to 320 MB of zeros, packed once a process and never held unpacked. */
export function heavyEntry(name: string, claims?: number): ZipEntry {
  // Every block but the last ends on a byte, so that the same block may be said again.
  const block = deflateRawSync(Buffer.alloc(megabyte), { finishFlush: constants.Z_FULL_FLUSH })
  packed ??= Buffer.concat([...Array.from({ length: 320 }, () => block), deflateRawSync(Buffer.alloc(0))])
  return { name, text: packed, unpacksTo: 320 * megabyte, ...(claims !== undefined && { claims }) }
}
