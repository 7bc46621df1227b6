import { attribute, decoded } from './xml.ts'

/** Formats that Excel and WPS know by number alone (ISO/IEC 29500, 18.8.30), the East Asian ones included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Numbers of the cell styles that show a number as a day or a time. */
export function dateStyles(styles: string): ReadonlySet<number> {
  const formats = new Map<number, boolean>()
  for (const [head] of styles.matchAll(/<numFmt\s[^<>]*>/g)) {
    const [id, code] = [attribute(head, ' numFmtId="'), attribute(head, ' formatCode="')]
    if (id !== undefined && code !== undefined) formats.set(Number(id), isDateFormat(decoded(code)))
  }
  const from = styles.indexOf('<cellXfs')
  const cells = from < 0 ? '' : styles.slice(from, styles.indexOf('</cellXfs>', from))
  const found = new Set<number>()
  for (const [i, [head]] of [...cells.matchAll(/<xf\s[^<>]*>/g)].entries()) {
    const id = Number(attribute(head, ' numFmtId="') ?? 0)
    if (formats.get(id) ?? isBuiltInDate(id)) found.add(i)
  }
  return found
}

/** The first section of a format, without colours, places and quoted words, has a letter of a date and is no text format. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"/g, '')
  const [first = ''] = bare.split(';')
  return !first.includes('@') && /[ymdhMsb]/.test(first)
}
