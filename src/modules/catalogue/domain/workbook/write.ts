import type { Content } from '../content.ts'
import { type Cell, cellOf, valueAt } from './cells.ts'
import { columnsOf, type SheetName, sheetNames } from './columns.ts'

/** The catalogue as the rows of a workbook's sheets, in the order of its own rows. */
export function sheetRows(content: Content): ReadonlyMap<SheetName, readonly (readonly Cell[])[]> {
  return new Map(sheetNames.map((name) => [name, rowsOn(name, content).map((row) => cellsOf(name, row))]))
}

function cellsOf(name: SheetName, row: unknown): Cell[] {
  return columnsOf[name].map((column) => cellOf(column, valueAt(row, column.path)))
}

function rowsOn(name: SheetName, { catalogue, fees }: Content): readonly unknown[] {
  const { matters } = catalogue
  switch (name) {
    case 'matters':
      return matters
    case 'basis':
    case 'inputs':
    case 'outputs':
      return matters.flatMap((matter) => matter[name].map((row) => ({ ...row, matter: matter.code })))
    case 'tests':
      return matters.flatMap(({ code, tests = [] }) => tests.map((row) => ({ ...row, matter: code })))
    case 'materials':
      return catalogue.materials
    case 'facts':
      return [...scoped(catalogue.facts, 'project'), ...scoped(fees.facts, 'fees')]
    case 'options':
      return [...catalogue.facts, ...fees.facts].flatMap(({ code, options = [] }) =>
        options.map((option) => ({ ...option, fact: code })),
      )
    case 'fees':
      return fees.fees
  }
}

function scoped<T extends object>(rows: readonly T[], scope: 'project' | 'fees'): (T & { scope: string })[] {
  return rows.map((row) => ({ ...row, scope }))
}
