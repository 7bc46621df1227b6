/** A place in the write-ahead log, as PostgreSQL prints it (`0/1A2B3C4D`), in bytes. */
export function bytesOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

export function lsnOf(bytes: bigint): string {
  return `${(bytes >> 32n).toString(16)}/${(bytes & 0xffffffffn).toString(16)}`.toUpperCase()
}

/** Name of the file of a segment: timeline, then the number in two parts. */
export function segmentName(timeline: number, segment: bigint, segmentBytes: number): string {
  const perFile = 0x1_0000_0000n / BigInt(segmentBytes)
  const part = (n: bigint | number) => n.toString(16).toUpperCase().padStart(8, '0')
  return `${part(timeline)}${part(segment / perFile)}${part(segment % perFile)}`
}

interface Segment {
  readonly timeline: number
  readonly segment: bigint
}

/** What a file's name says; undefined for a name that is no segment's. */
export function segmentOf(name: string, segmentBytes: number): Segment | undefined {
  const [, timeline, high, low] = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/.exec(name) ?? []
  if (!timeline || !high || !low) return undefined
  const perFile = 0x1_0000_0000n / BigInt(segmentBytes)
  return { timeline: Number.parseInt(timeline, 16), segment: BigInt(`0x${high}`) * perFile + BigInt(`0x${low}`) }
}
