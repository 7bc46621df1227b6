import { unreadable } from './candidate.ts'

type Row = Readonly<Record<string, string | number | null>>

const fieldBytes = 32
const endOfFields = 0x0d
const deleted = 0x2a

/** Rows of a dBASE table beside a Shapefile, in its order; null: struck out. `decode` knows the encoding. */
export function readDbf(bytes: Uint8Array, decode: (part: Uint8Array) => string): readonly (Row | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const [count, rowsAt, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
    const fields = fieldsOf(bytes, rowsAt, decode)
    if (rowBytes === 0 || rowsAt + count * rowBytes > bytes.length) throw new RangeError('rows beyond the end')
    return Array.from({ length: count }, (_, i) => {
      const at = rowsAt + i * rowBytes
      return bytes[at] === deleted ? null : rowAt(bytes.subarray(at, at + rowBytes), fields, decode)
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw unreadable(
      'Shapefile 的 .dbf 文件已损坏：请重新导出并压缩。',
      'The .dbf file is damaged: export the Shapefile again and zip it.',
    )
  }
}

interface DbfField {
  readonly name: string
  readonly isNumber: boolean
  readonly from: number
  readonly to: number
}

function fieldsOf(bytes: Uint8Array, rowsAt: number, decode: (part: Uint8Array) => string): DbfField[] {
  const fields: DbfField[] = []
  let from = 1
  for (let at = fieldBytes; at + fieldBytes <= rowsAt && bytes[at] !== endOfFields; at += fieldBytes) {
    const nameBytes = bytes.subarray(at, at + 11)
    const end = nameBytes.indexOf(0)
    const to = from + (bytes[at + 16] ?? 0)
    const type = String.fromCharCode(bytes[at + 11] ?? 0)
    const name = decode(end < 0 ? nameBytes : nameBytes.subarray(0, end)).trim()
    fields.push({ name, isNumber: type === 'N' || type === 'F', from, to })
    from = to
  }
  return fields
}

function rowAt(row: Uint8Array, fields: readonly DbfField[], decode: (part: Uint8Array) => string): Row {
  return Object.fromEntries(
    fields.map(({ name, isNumber, from, to }) => {
      const text = decode(row.subarray(from, to)).replaceAll('\u0000', '').trim()
      const number = text === '' ? Number.NaN : Number(text)
      return [name, isNumber ? (Number.isNaN(number) ? null : number) : text === '' ? null : text]
    }),
  )
}
