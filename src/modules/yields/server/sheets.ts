import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { MeasureName } from '../contract/measures.ts'
import { YieldSheet } from '../contract/sheet.ts'

const Shipped = z.strictObject({ note: z.string(), sheets: z.array(YieldSheet) })

let shipped: readonly YieldSheet[] | undefined

export function allSheets(): readonly YieldSheet[] {
  shipped ??= Shipped.parse(readDataFile('yields/sheets.json')).sheets
  return shipped
}

/** The sheet of this code with the zone's own base values. */
export function sheetWith(code: string, bases: Partial<Readonly<Record<MeasureName, number>>>): YieldSheet {
  const sheet = allSheets().find((one) => one.code === code)
  if (!sheet) {
    throw new Problem('rule_violated', 'yields.unknown_sheet', {
      zh: '没有这张公式单，请从公式单列表中选一张。',
      en: 'There is no such formula sheet: choose one from the list.',
    })
  }
  const own = (lines: YieldSheet['groups']['small']) =>
    lines.map((line) => ({ ...line, base: bases[line.measure] ?? line.base }))
  return { ...sheet, groups: { aboveScale: own(sheet.groups.aboveScale), small: own(sheet.groups.small) } }
}
