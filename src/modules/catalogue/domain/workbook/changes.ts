import { listNames } from '../../contract/lists.ts'
import { applyEdit, type Edited, type RowEdit } from '../apply-edit.ts'
import { type Content, rowsOf } from '../content.ts'

type Row = Readonly<Record<string, unknown>> & { readonly code: string }

/** The edits that lead from one catalogue to another, row by row; none when they are the same but for the order of rows. */
export function editsBetween(before: Content, after: Content): RowEdit[] {
  return listNames.flatMap((list) => {
    const old = new Map((rowsOf(before, list) as readonly unknown[] as readonly Row[]).map((row) => [row.code, row]))
    const next = rowsOf(after, list) as readonly unknown[] as readonly Row[]
    const kept = new Set(next.map(({ code }) => code))
    const edits = next.flatMap((row): RowEdit[] => {
      const former = old.get(row.code)
      if (!former) return [{ list, code: row.code, act: 'add', fields: row }]
      const fields = changedFields(former, row)
      return Object.keys(fields).length === 0 ? [] : [{ list, code: row.code, act: 'set', fields }]
    })
    const retired = [...old.keys()].filter((code) => !kept.has(code))
    return [...edits, ...retired.map((code): RowEdit => ({ list, code, act: 'retire', fields: {} }))]
  })
}

function changedFields(before: Row, after: Row): Record<string, unknown> {
  const names = Object.keys({ ...before, ...after })
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const limits = changed.includes('handling') ? ['handlingSource'] : []
  return Object.fromEntries([...changed, ...limits].map((name) => [name, after[name] ?? null]))
}

/** All edits one after another, each with what it changed. */
export function applyEdits(content: Content, edits: readonly RowEdit[]): { content: Content; made: readonly Edited[] } {
  let at = content
  const made = edits.map((edit) => {
    const edited = applyEdit(at, edit)
    at = edited.content
    return edited
  })
  return { content: at, made }
}
