import type { z } from 'zod'
import { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { error, refuseErrors } from './refuse.ts'

export type Parsed<T> =
  | { readonly value: T; readonly findings: readonly [] }
  | { readonly value: null; readonly findings: readonly Finding[] }

/** Shape of a catalogue file; each misfit names the matter by its code and the field by its path. */
export function parseCatalogue(raw: unknown): Parsed<Catalogue> {
  return parsed(Catalogue.safeParse(raw), raw)
}

/** What was parsed; refuses a misfit. */
export function mustParse<T>(parsed: Parsed<T>): T {
  refuseErrors(parsed.findings)
  return parsed.value as T
}

/** Shape of a fee file; each misfit names the fee and the field. */
export function parseFees(raw: unknown): Parsed<FeeSchedule> {
  return parsed(FeeSchedule.safeParse(raw), raw)
}

function parsed<T>(result: z.ZodSafeParseResult<T>, raw: unknown): Parsed<T> {
  if (result.success) return { value: result.data, findings: [] }
  return { value: null, findings: result.error.issues.map((issue) => misfit(issue, raw)) }
}

function misfit(issue: z.core.$ZodIssue, raw: unknown): Finding {
  const [list, row, ...rest] = issue.path
  const inRow = typeof row === 'number'
  const code = inRow ? codeAt(raw, String(list), row) : null
  const field = inRow ? fieldPath(rest) : fieldPath(issue.path)
  return error(
    'matters.bad_shape',
    { matter: code, field: field || null },
    `内容不符合目录格式：${issue.message}`,
    `does not fit the catalogue format: ${issue.message}`,
  )
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('')
}

/** Code of a row when it has one, else its place in the list, counted from 1. */
function codeAt(raw: unknown, list: string, row: number): string {
  const rows = (raw as Record<string, unknown>)[list]
  const code = Array.isArray(rows) ? (rows[row] as { code?: unknown } | null)?.code : undefined
  return typeof code === 'string' ? code : `${list}[${row + 1}]`
}
