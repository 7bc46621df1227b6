import { type FileHandle, open } from 'node:fs/promises'
import { allowedTypes } from './name.ts'
import { refuseUnsafeParts } from './office-parts.ts'
import { pixelsOf } from './pixels.ts'
import { hostile, notHere, wrongType } from './refusals.ts'
import { type Content, readZipParts } from './zip.ts'

const maxPixels = 50_000_000
/** A camera writes previews and profiles before the size of a picture. */
const headBytes = 512 * 1024

/** The type of a file by its content; refuses what is not on the list, what is a trap, and what cannot be told. */
export async function sniff(path: string, given: { readonly name: string; readonly size: number }): Promise<string> {
  const { fileTypeFromFile } = await import('file-type')
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime
  const file = await open(path)
  try {
    if (found === undefined || mayBeText.includes(found)) return await textType(file, given)
    if (found.startsWith('image/')) return await picture(file, found)
    return allowed(isPacked(found) ? await packedType(file, { found, size: given.size }) : found)
  } finally {
    await file.close()
  }
}

function allowed(mediaType: string): string {
  if (allowedTypes.includes(mediaType)) return mediaType
  throw wrongType(mediaType)
}

async function picture(file: FileHandle, found: string): Promise<string> {
  const mediaType = allowed(found)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
  const pixels = pixelsOf(buffer.subarray(0, bytesRead), mediaType)
  if (pixels !== undefined && pixels <= maxPixels) return mediaType
  throw hostile(
    'too_many_pixels',
    '图片超过五千万像素或无法读出尺寸，请缩小后再上传。',
    'The picture has more than 50 million pixels, or does not say how many: make it smaller.',
  )
}

/** Word, Excel and OFD are ZIP files: told by what their directory lists. Programs within them are refused, and what reaches out. */
async function packedType(file: Content, { found, size }: { found: string; size: number }): Promise<string> {
  const parts = await readZipParts(file, size)
  await refuseUnsafeParts(file, parts)
  return found === 'application/zip' && parts.some(({ name }) => name === 'OFD.xml') ? 'application/ofd' : found
}

const isPacked = (found: string) => found === 'application/zip' || found.startsWith('application/vnd.openxmlformats')

/** Told by two letters alone, `BM` and `MZ`, with which a list of points or a title may begin too. These files hold NUL, and text does not. */
const mayBeText: readonly string[] = ['image/bmp', 'application/x-msdownload']

/** The same of a file in memory, for a door that takes these types. Text in any encoding is `text/plain`; whoever reads it decides. */
export async function sniffBytes(bytes: Uint8Array, types: readonly string[]): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const told = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? 'text/plain'
  const found = mayBeText.includes(told) && !bytes.includes(0) ? 'text/plain' : told
  const type = isPacked(found) ? await packedType(bytes, { found, size: bytes.length }) : found
  // Nothing that has no type of its own holds a NUL: it is a program or a damaged file.
  if (!types.includes(type) || (type === 'text/plain' && bytes.includes(0))) throw notHere(type)
  return type
}

/** Plain text in UTF-8 without control characters; nothing else has no type of its own. */
async function textType(file: FileHandle, { name }: { readonly name: string }): Promise<string> {
  const bytes = await file.readFile()
  const text = decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for
  if (text === undefined || /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) throw wrongType(undefined)
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
