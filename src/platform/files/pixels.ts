/** Width and height by the file's first bytes; undefined when they do not say. */
export function pixelsOf(head: Buffer, mediaType: string): number | undefined {
  if (mediaType === 'image/png') return head.length < 24 ? undefined : head.readUInt32BE(16) * head.readUInt32BE(20)
  if (mediaType === 'image/jpeg') return pixelsOfJpeg(head)
  return pixelsOfWebp(head)
}

/** Walks the segments to the start of frame (SOF0–SOF15 without DHT, JPG and DAC). */
function pixelsOfJpeg(head: Buffer): number | undefined {
  let at = 2
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7)
    }
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2)
  }
  return undefined
}

function pixelsOfWebp(head: Buffer): number | undefined {
  if (head.length < 30) return undefined
  const kind = head.toString('latin1', 12, 16)
  if (kind === 'VP8X') return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1)
  if (kind === 'VP8 ') return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff)
  if (kind !== 'VP8L') return undefined
  const bits = head.readUInt32LE(21)
  return ((bits & 0x3fff) + 1) * (((bits >> 14) & 0x3fff) + 1)
}
