import { Problem } from '../../kernel/problem.ts'

export function tooLarge(): Problem {
  return new Problem('rule_violated', 'sheets.too_large', {
    zh: '表格太大，读不完：请分成几个文件，或另存为 CSV 再传。',
    en: 'The workbook is too large to be read: split it, or save it as CSV.',
  })
}

/** Cells that a workbook may come to with those between that are empty: 100,000 rows of 100 columns. */
export const mostCells = 10_000_000

/** What a workbook may unpack to, to be read: 100,000 rows of 20 columns are a third of it. */
export const mostUnpacked = 300_000_000
