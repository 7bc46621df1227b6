import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '../../src/kernel/field.ts'
import { type AnyRecordKind, fieldOf, titleField } from '../../src/kernel/record-kind.ts'
import type { ImportView } from '../../src/kernel/sheet-view.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { sheetCell } from '../../src/platform/sheets/cells/show.ts'
import { startTestApp } from '../support/server.ts'
import { type SheetClient, sheetClient } from '../support/sheet-client.ts'
import { hasSoffice, savedInLibreOffice } from '../support/soffice.ts'
import { type Caller, callerOfEveryRole, clientOf } from './every-kind.ts'

/** Of each kind so many lines, one of them bad: 5 %. */
const lines = 20
const badLine = 8

const app = startTestApp({ requestsPerMinute: 1_000_000 })
const registry = registryOf(await loadModules())
const kinds = [...registry.values()]
const inOffice = hasSoffice()
let caller: Caller
let sheets: SheetClient

beforeAll(async () => {
  const everyRole = await callerOfEveryRole(app(), registry)
  caller = everyRole
  sheets = sheetClient(app, 'linyi', everyRole.headers)
})

/** Saved by LibreOffice where it is installed; as they are where it is not. */
const saved = async (files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> =>
  inOffice ? savedInLibreOffice(files) : files

async function opened(bytes: Uint8Array): Promise<{ book: Workbook; sheet: Worksheet }> {
  const book = new Workbook()
  await book.xlsx.load(bytes)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('a workbook without a sheet')
  return { book, sheet }
}

/** Columns of a sheet by their fields, counted from 1. */
function columnsOf(kind: AnyRecordKind, sheet: Worksheet): ReadonlyMap<string, number> {
  const found = Object.keys(kind.fields).map((name) => {
    const { label } = fieldOf(kind, name)
    for (let at = 1; at <= sheet.columnCount; at++) {
      const title = sheet
        .getCell(1, at)
        .text.replace(/ \*$/, '')
        .replace(/（[^（）]*）$/, '')
      if (title === label.zh || sheet.getCell(1, at).text.replace(/ \*$/, '') === label.zh) return [name, at] as const
    }
    return null
  })
  return new Map(found.filter((one) => one !== null))
}

interface Filled {
  readonly bytes: Uint8Array
  /** Where the bad line is wrong, and what belongs there. */
  readonly wrong: { readonly at: number; readonly right: unknown }
}

async function fill(kind: AnyRecordKind): Promise<Filled> {
  const { book, sheet } = await opened(await sheets.file(`/${kind.path}/sheet/template`))
  const columns = columnsOf(kind, sheet)
  const client = clientOf(caller, kind)
  let wrong = { at: 1, right: null as unknown }
  for (let line = 0; line < lines; line++) {
    const values = await client.values()
    for (let at = 1; at <= sheet.columnCount; at++) sheet.getCell(line + 2, at).value = null
    for (const [name, value] of Object.entries(values)) {
      sheet.getCell(line + 2, columns.get(name) ?? 1).value = (await cellOf(fieldOf(kind, name), value)) as string
    }
    if (line !== badLine) continue
    const name = breakable(kind, values)
    const at = columns.get(name) ?? 1
    wrong = { at, right: sheet.getCell(line + 2, at).value }
    const { type, required } = fieldOf(kind, name)
    sheet.getCell(line + 2, at).value = required && (type === 'text' || type === 'longText') ? null : '不对的内容'
  }
  return { bytes: await book.xlsx.writeBuffer(), wrong }
}

/** A field in which something wrong can be written: a number, a day, a choice, a ref; else a text that is needed. */
function breakable(kind: AnyRecordKind, values: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(kind.fields).filter((name) => fieldOf(kind, name).writable !== 'never')
  const typed = names.filter((name) => !['text', 'longText'].includes(fieldOf(kind, name).type))
  return typed.find((name) => values[name] !== undefined) ?? typed[0] ?? Object.keys(values)[0] ?? ''
}

/** As somebody types it: refs by name where the name tells them apart, days as date cells. */
async function cellOf(field: Field<unknown>, value: unknown): Promise<unknown> {
  const cell = sheetCell(field, value, {
    lang: 'zh',
    name: field.to === undefined ? null : await nameOf(field.to, String(value)),
  })
  if (typeof cell !== 'object' || cell === null) return cell
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : Number(cell.yuan)
}

async function nameOf(to: string, id: string): Promise<string | null> {
  const target = registry.get(to)
  if (!target) return null
  const { type, personal, check } = fieldOf(target, titleField(target))
  if (type !== 'text' || personal || check) return null
  const { body } = await clientOf(caller, target).send('GET', `/${id}`)
  return String((body as Record<string, unknown>)[titleField(target)])
}

const files = new Map<string, Filled>()
const marked = new Map<string, Uint8Array>()
const views = new Map<string, ImportView>()
const where = inOffice
  ? 'filled in and saved by LibreOffice'
  : 'WITHOUT LibreOffice (soffice is not installed: apt-get install libreoffice-calc)'

describe(`every plain kind as a sheet, ${where}`, () => {
  it('templates are filled in, 5 % of the lines are bad: the good ones go in', async () => {
    for (const kind of kinds) files.set(kind.name, await fill(kind))
    const back = await saved(new Map([...files].map(([name, { bytes }]) => [name, bytes])))
    for (const kind of kinds) {
      const view = await sheets.upload(kind.path, `${kind.path}.xlsx`, back.get(kind.name) ?? new Uint8Array())
      const rows = await sheets.rows(view, 'bad')
      expect(view.counts, `${kind.name} ${JSON.stringify(rows)}`).toMatchObject({ new: lines - 1, bad: 1 })
      expect(rows.map(({ number }) => number)).toEqual([badLine + 2])
      const done = await sheets.confirm(view)
      const refused = await sheets.rows(view, 'refused')
      expect(done.counts, `${kind.name} ${JSON.stringify(refused)}`).toMatchObject({ created: lines - 1, refused: 0 })
      views.set(kind.name, done)
    }
  }, 1_800_000)

  it('the bad ones come back in the own workbook, red and with a comment; corrected they go in, and nothing is doubled', async () => {
    for (const kind of kinds) {
      const view = views.get(kind.name)
      const wrong = files.get(kind.name)?.wrong
      if (!view || !wrong) throw new Error(`${kind.name} did not go in`)
      const { book, sheet } = await opened(await sheets.marked(view))
      const cell = sheet.getCell(badLine + 2, wrong.at)
      expect(cell.note, kind.name).toBeDefined()
      expect(cell.fill, kind.name).toMatchObject({ fgColor: { argb: 'FFF8C7C4' } })
      cell.value = wrong.right as string
      marked.set(kind.name, await book.xlsx.writeBuffer())
    }
    const back = await saved(marked)
    for (const kind of kinds) {
      const view = await sheets.upload(kind.path, `${kind.path}-2.xlsx`, back.get(kind.name) ?? new Uint8Array())
      const faults = JSON.stringify(await sheets.rows(view, view.counts.bad > 0 ? 'bad' : 'changed'))
      expect(view.counts, `${kind.name} ${faults}`).toMatchObject({ new: 1, same: lines - 1, bad: 0, changed: 0 })
      expect((await sheets.confirm(view)).counts).toMatchObject({ created: 1 })
    }
  }, 1_800_000)

  it('an export of all columns changes nothing when it comes back', async () => {
    const exported = new Map<string, Uint8Array>()
    const plain = new Map<string, Uint8Array>()
    for (const kind of kinds) {
      const columns = Object.keys(kind.fields).join()
      exported.set(kind.name, await sheets.file(`/${kind.path}/sheet/export?columns=${columns}`))
      plain.set(kind.name, await sheets.file(`/${kind.path}/sheet/export-csv?columns=${columns}&lang=en`))
    }
    const back = await saved(exported)
    for (const kind of kinds) {
      for (const [name, all] of [['x.xlsx', back] as const, ['x.csv', plain] as const]) {
        const view = await sheets.upload(kind.path, name, all.get(kind.name) ?? new Uint8Array())
        const { same, ...others } = view.counts
        const faults = JSON.stringify((await sheets.rows(view)).filter(({ state }) => state !== 'same').slice(0, 3))
        expect(same, `${kind.name} ${name} ${faults}`).toBeGreaterThanOrEqual(lines)
        expect(others, `${kind.name} ${name} ${faults}`).toMatchObject({ new: 0, changed: 0, bad: 0, skipped: 0 })
      }
    }
  }, 1_800_000)
})
