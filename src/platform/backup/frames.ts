import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Plain bytes of one frame at most. */
export const frameBytes = 1024 * 1024
const headBytes = 4
const nonceBytes = 12
const tagBytes = 16
const overhead = headBytes + nonceBytes + tagBytes

/** Which frame of which file: authenticated with it, so that frames cannot be swapped, moved or taken from another file. */
interface FramePlace {
  readonly name: string
  readonly index: number
}

const placeOf = ({ name, index }: FramePlace) => Buffer.from(`${name}\0${index}`)

/** One frame: length, nonce, tag, ciphertext (AES-256-GCM). A file is a row of them, and may grow by another one. */
export function sealFrame(key: Buffer, plain: Buffer, place: FramePlace): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(placeOf(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(body.length)
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body])
}

/** Throws when the key, the place or one bit of it is another. */
function openFrame(key: Buffer, frame: Buffer, place: FramePlace): Buffer {
  const tagAt = headBytes + nonceBytes
  const decipher = createDecipheriv('aes-256-gcm', key, frame.subarray(headBytes, tagAt), { authTagLength: tagBytes })
  decipher.setAAD(placeOf(place)).setAuthTag(frame.subarray(tagAt, tagAt + tagBytes))
  return Buffer.concat([decipher.update(frame.subarray(overhead)), decipher.final()])
}

/** The plain bytes of a row of frames that comes in pieces of any size. Throws at the first one that is not whole. */
export async function* openFrames(key: Buffer, pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let index = 0
  for await (const piece of pieces) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    while (rest.length >= headBytes) {
      const length = rest.readUInt32BE() + overhead
      if (length > frameBytes + overhead) throw new Error(`${name}: no frame`)
      if (rest.length < length) break
      yield openFrame(key, rest.subarray(0, length), { name, index })
      index += 1
      rest = rest.subarray(length)
    }
  }
  if (rest.length > 0) throw new Error(`${name}: cut off`)
}

/** How many whole frames these bytes hold, where the last one ends, and how many plain bytes are in them. */
export function measureFrames(bytes: Buffer): {
  readonly frames: number
  readonly end: number
  readonly plain: number
} {
  let [frames, end, plain] = [0, 0, 0]
  while (end + overhead <= bytes.length) {
    const body = bytes.readUInt32BE(end)
    if (end + overhead + body > bytes.length) break
    frames += 1
    plain += body
    end += overhead + body
  }
  return { frames, end, plain }
}
