import type { ReadCell } from '../read.ts'
import { scanSheet } from './scan.ts'
import { sharedStrings } from './strings.ts'
import { dateStyles } from './styles.ts'
import { attribute, decoded } from './xml.ts'
import { type Entry, entriesOf, wholeText } from './zip.ts'

type Sheets = ReadonlyMap<string, readonly (readonly ReadCell[])[]>

/**
 * Every sheet of a workbook by a scan of its text (ISO/IEC 29500 as Excel, WPS and LibreOffice write it). Throws on anything that it does not
 * know, so that another reader may try.
 */
export async function scanWorkbook(bytes: Uint8Array): Promise<Sheets> {
  const entries = new Map((entriesOf(bytes) ?? []).map((entry) => [entry.name.replace(/^\//, ''), entry]))
  const workbook = await wholeText(entries.get('xl/workbook.xml'))
  if (!workbook.includes('<workbook')) throw new RangeError('no workbook that is known')
  const targets = targetsOf(await wholeText(entries.get('xl/_rels/workbook.xml.rels')))
  const book = {
    strings: await sharedStrings(entries.get('xl/sharedStrings.xml')),
    dates: dateStyles(await wholeText(entries.get('xl/styles.xml'))),
    made: { cells: 0 },
    days: new Map<number, Date>(),
    date1904: /<workbookPr\s[^<>]*date1904="(1|true)"/.test(workbook),
  }
  const sheets = new Map<string, readonly (readonly ReadCell[])[]>()
  for (const { name, entry } of sheetsOf(workbook, targets, entries)) sheets.set(name, await scanSheet(entry, book))
  return sheets
}

function targetsOf(relations: string): ReadonlyMap<string, string> {
  const found = [...relations.matchAll(/<Relationship\s[^<>]*>/g)].map(([head]) => {
    const target = decoded(attribute(head, ' Target="') ?? '')
    return [attribute(head, ' Id="') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const
  })
  return new Map(found)
}

function sheetsOf(workbook: string, targets: ReadonlyMap<string, string>, entries: ReadonlyMap<string, Entry>) {
  return [...workbook.matchAll(/<sheet\s[^<>]*>/g)].flatMap(([head]) => {
    const target = targets.get(attribute(head, ' r:id="') ?? '')
    if (target === undefined) throw new RangeError('a sheet without its part')
    // A sheet that is a chart alone has no cells.
    if (!target.includes('worksheets/')) return []
    const entry = entries.get(target)
    if (!entry) throw new RangeError('a sheet without its part')
    return [{ name: decoded(attribute(head, ' name="') ?? ''), entry }]
  })
}
