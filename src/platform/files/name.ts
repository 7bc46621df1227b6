const longest = 120
/** Control characters, and those that turn the direction of writing: `exe.fdp` must not read as `pdf.exe`. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Names of devices on Windows, whatever stands behind the first point. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/ofd': ['ofd'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
}

/** The types that are taken. */
export const allowedTypes: readonly string[] = Object.keys(endings)

/** The sender's name as a label: without folders, without what is not seen, with the ending that the content has earned. */
export function labelOf(given: string, mediaType: string): string {
  const plain = given.normalize('NFC').replace(invisible, '').split(/[/\\]/).at(-1) ?? ''
  const clean = plain.replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(clean)?.[1]?.toLowerCase()
  const earned = endings[mediaType] ?? []
  const kept = ending !== undefined && earned.includes(ending)
  const stem = kept ? clean.slice(0, -ending.length - 1) : clean
  const short = [...stem.replace(device, '_$1')].slice(0, longest).join('').trim() || 'file'
  return `${short}.${kept ? ending : (earned[0] ?? 'bin')}`
}
