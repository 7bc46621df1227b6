import { parse } from 'csv-parse/sync'
import { Problem } from '../../../kernel/problem.ts'
import { decodeText } from '../../../platform/sheets/decode.ts'
import { type ReadCell, readWorkbook } from '../../../platform/sheets/read.ts'
import { type BadRow, StateRow } from '../contract/rows.ts'

/** What a file holds: rows, and places that hold none. The first row of data of a sheet is row 2. */
export interface ReadFile {
  readonly rows: readonly { readonly number: number; readonly row: StateRow }[]
  readonly broken: readonly BadRow[]
}

/** Headings as the exchange names the fields, and as offices write them. */
const headings: Readonly<Record<string, keyof StateRow>> = {
  ...{ xmdm: 'xmdm', spsxbm: 'spsxbm', spsxslbm: 'spsxslbm', blzt: 'blzt', blsj: 'blsj', blyj: 'blyj' },
  ...{
    项目代码: 'xmdm',
    事项编码: 'spsxbm',
    审批事项编码: 'spsxbm',
    事项实例编码: 'spsxslbm',
    审批事项实例编码: 'spsxslbm',
  },
  ...{ 实例编码: 'spsxslbm', 办理状态: 'blzt', 办理时间: 'blsj', 办理意见: 'blyj' },
}

/** xlsx by its content, JSON by its first sign, everything else as CSV in UTF-8 or GBK. */
export async function readStateFile(bytes: Buffer): Promise<ReadFile> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const [first] = [...(await readWorkbook(bytes)).values()]
    return ofTable(first ?? [])
  }
  const text = decodeText(bytes)
  if (/^\s*[{[]/.test(text)) return ofJson(text)
  return ofTable(csvRows(text))
}

function csvRows(text: string): string[][] {
  try {
    return parse(text, { relaxColumnCount: true, skipEmptyLines: true, trim: true, relaxQuotes: true })
  } catch {
    throw unreadable()
  }
}

function ofTable(cells: readonly (readonly ReadCell[])[]): ReadFile {
  const [head = [], ...body] = cells
  const fields = head.map((cell) => headings[String(cell ?? '').trim()])
  const missing = (['xmdm', 'spsxbm', 'spsxslbm', 'blzt', 'blsj'] as const).filter((field) => !fields.includes(field))
  if (missing.length > 0) throw noColumns(missing)
  const raw = body.map((row) =>
    Object.fromEntries(fields.flatMap((field, i) => (field === undefined ? [] : [[field, textOf(row[i])]]))),
  )
  return sorted(raw, 2)
}

function textOf(cell: ReadCell | undefined): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ')
  return cell === null || cell === undefined ? '' : String(cell)
}

/** A list of rows, `{rows: […]}`, or the tables as this program exports them: the states with the cases that they belong to. */
function ofJson(text: string): ReadFile {
  const value = parsedJson(text)
  if (Array.isArray(value)) return sorted(value, 1)
  const { rows, tables } = value as { rows?: unknown; tables?: Record<string, unknown> }
  if (Array.isArray(rows)) return sorted(rows, 1)
  const [cases, states] = [tables?.spgl_xmspsxblxxb, tables?.spgl_xmspsxblxxxxb]
  if (!Array.isArray(cases) || !Array.isArray(states)) throw unreadable()
  const byInstance = new Map((cases as Record<string, unknown>[]).map((one) => [one.spsxslbm, one]))
  const joined = (states as Record<string, unknown>[]).map((one) => {
    const { xmdm, spsxbm } = byInstance.get(one.spsxslbm) ?? {}
    return { ...one, xmdm: xmdm ?? '', spsxbm: spsxbm ?? '' }
  })
  return sorted(joined, 1)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable()
  }
}

function sorted(raw: readonly unknown[], first: number): ReadFile {
  const rows: { number: number; row: StateRow }[] = []
  const broken: BadRow[] = []
  raw.forEach((one, i) => {
    if (isBlank(one)) return
    const parsed = StateRow.safeParse(one)
    if (parsed.success) rows.push({ number: first + i, row: parsed.data })
    else
      broken.push({
        row: first + i,
        text: { zh: '这一行缺字段或写法不对', en: 'a field of this row is missing or not as it must be' },
      })
  })
  return { rows, broken }
}

/** A row of a sheet with nothing in it. */
function isBlank(row: unknown): boolean {
  const values = typeof row === 'object' && row !== null ? Object.values(row) : []
  return values.length > 0 && values.every((value) => value === '')
}

function unreadable(): Problem {
  return new Problem('invalid_input', 'exchange.unreadable', {
    zh: '读不出这个文件：应为省平台导出的 xlsx、csv 或 JSON。',
    en: 'This file cannot be read: it must be an xlsx, csv or JSON file of the provincial platform.',
  })
}

function noColumns(missing: readonly string[]): Problem {
  const names = missing.map(
    (field) => `${Object.keys(headings).find((head) => headings[head] === field && head !== field) ?? ''}（${field}）`,
  )
  return new Problem(
    'invalid_input',
    'exchange.no_columns',
    {
      zh: `第一行缺少这些列：${names.join('、')}。`,
      en: `The first row lacks these columns: ${missing.join(', ')}.`,
    },
    { missing },
  )
}
