/** UTF-8 where it is one, with or without a byte order mark; else GB 18030, which holds GBK. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replace(/^\uFEFF/, '')
  }
}
