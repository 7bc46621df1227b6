import { expect } from 'vitest'
import type { ImportRow, ImportView } from '../../src/kernel/sheet-view.ts'
import type { TestApp } from './server.ts'

/** How a test sends sheets and gets them back, as one account. Paths are beneath the zone. */
export interface SheetClient {
  readonly file: (path: string) => Promise<Buffer>
  readonly upload: (kindPath: string, name: string, content: string | Uint8Array) => Promise<ImportView>
  readonly refusal: (kindPath: string, name: string, content: string | Uint8Array) => Promise<string>
  readonly confirm: (view: ImportView) => Promise<ImportView>
  readonly rows: (view: ImportView, state?: string) => Promise<readonly ImportRow[]>
  readonly marked: (view: ImportView, lang?: string) => Promise<Buffer>
}

export function sheetClient(app: () => TestApp, zone: string, headers: { readonly cookie: string }): SheetClient {
  const at = (path: string) => `/api/zones/${zone}${path}`
  const send = (kindPath: string, name: string, content: string | Uint8Array) => {
    const body = new FormData()
    body.append('file', new Blob([content as BlobPart]), name)
    return app().send(at(`/${kindPath}/sheet/imports`), { method: 'POST', headers, body })
  }
  return {
    file: async (path) => {
      const answer = await fetch(`${app().url}${at(path)}`, { headers })
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(answer.status, bytes.toString('utf8', 0, 500)).toBe(200)
      return bytes
    },
    upload: async (kindPath, name, content) => ok<ImportView>(await send(kindPath, name, content)),
    refusal: async (kindPath, name, content) => {
      const { status, body } = await send(kindPath, name, content)
      expect(status).toBeGreaterThanOrEqual(400)
      return (body as { code: string }).code
    },
    confirm: async ({ path, id }) => ok(await app().post(at(`/${path}/sheet/imports/${id}/confirm`), {}, headers)),
    rows: async ({ id }, state) => {
      const query = state === undefined ? 'limit=200' : `limit=200&state=${state}`
      const { rows } = ok<{ rows: ImportRow[] }>(await app().get(at(`/sheet-imports/${id}/rows?${query}`), headers))
      return rows
    },
    marked: async ({ id }, lang = 'zh') => {
      const answer = await fetch(`${app().url}${at(`/sheet-imports/${id}/workbook?lang=${lang}`)}`, { headers })
      expect(answer.status).toBe(200)
      return Buffer.from(await answer.arrayBuffer())
    },
  }
}

function ok<T>({ status, body }: { readonly status: number; readonly body: unknown }): T {
  expect(status, JSON.stringify(body)).toBe(200)
  return body as T
}
