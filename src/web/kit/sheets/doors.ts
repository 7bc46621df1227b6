import type { Endpoint, Schema } from '../../../kernel/endpoint.ts'
import type { ExportFormat, ExportView } from '../../../kernel/sheet-export.ts'
import type { ImportView } from '../../../kernel/sheet-view.ts'

type Input = Readonly<Record<string, unknown>>

interface SheetDoors {
  readonly template: Endpoint<Input, unknown>
  readonly exportXlsx: Endpoint<Input, unknown>
  readonly exportCsv: Endpoint<Input, unknown>
  readonly startExport: Endpoint<Input & { readonly zone: string; readonly format: ExportFormat }, ExportView>
  readonly upload: Endpoint<Input & { readonly file: unknown }, ImportView>
  readonly confirm: Endpoint<{ readonly zone: string; readonly import: string }, ImportView>
}

/** The doors of sheets of a kind that is known by its description only. */
export function sheetDoorsOf({ name, path }: { readonly name: string; readonly path: string }): SheetDoors {
  const base = `/api/zones/:zone/${path}/sheet`
  return {
    template: door(`${name}.template`, { method: 'GET', path: `${base}/template`, file: true }),
    exportXlsx: door(`${name}.exportSheet`, { method: 'GET', path: `${base}/export`, file: true }),
    exportCsv: door(`${name}.exportCsv`, { method: 'GET', path: `${base}/export-csv`, file: true }),
    startExport: door(`${name}.startExport`, { method: 'POST', path: `${base}/exports` }),
    upload: door(`${name}.uploadSheet`, { method: 'POST', path: `${base}/imports` }),
    confirm: door(`${name}.confirmSheet`, { method: 'POST', path: `${base}/imports/:import/confirm` }),
  }
}

interface Place {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly file?: boolean
}

function door<In, Out>(name: string, { method, path, file = false }: Place): Endpoint<In, Out> {
  return {
    ...{ name, method, path, effect: method === 'GET' ? 'read' : 'write', permission: 'account' },
    ...(file && { file: '*/*' }),
    ...{ input: unread<In>(), output: unread<Out>(), summary: { zh: name, en: name } },
  }
}

/** The page neither checks what it sends nor what it gets: both are the server's work. */
function unread<T>(): Schema<T> {
  return { parse: (value) => value as T, safeParse: (value) => ({ success: true, data: value as T }) }
}
