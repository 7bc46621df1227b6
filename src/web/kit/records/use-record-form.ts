import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { Problem } from '../../../kernel/problem.ts'
import { call } from '../../client.ts'
import { readDraft, writeDraft } from '../draft.ts'
import { newKey } from '../new-key.ts'
import { useMember } from '../session/use-work.ts'
import { clashesOf } from './conflict.ts'
import { doorsOf, type Row, type Written } from './doors.ts'
import {
  changedNames,
  type Finding,
  formFields,
  readValues,
  type Typed,
  type TypedValues,
  typedValues,
} from './form-values.ts'
import { issuesOf } from './issues.ts'
import { refreshRecord } from './use-record.ts'

interface Draft {
  readonly typed: TypedValues
  readonly base: Row | null
}

export interface RecordFormOptions {
  readonly kind: KindView
  /** The record to change; null: a new one. */
  readonly row: Row | null
  /** Values that a new record starts with: `{ projectId: id }` on the page of a project. */
  readonly preset?: TypedValues | undefined
  readonly onSaved: (written: Written) => void
}

/**
 * What is typed into a record's form, kept in this tab until it is saved or given up. `base` is the record as it was read:
 * only what differs from it is sent, under its version.
 */
export function useRecordForm({ kind, row, preset, onSaved }: RecordFormOptions) {
  const { zone } = useMember()
  const client = useQueryClient()
  const draftName = `${zone.code}.${kind.name}.${row?.id ?? 'new'}`
  const fields = formFields(kind, row === null)
  const [kept] = useState(() => readDraft<Draft>(draftName))
  const [base, setBase] = useState<Row | null>(kept === null ? row : kept.base)
  const start = { ...typedValues(fields, base), ...(base === null ? preset : {}) }
  const [typed, setTyped] = useState<TypedValues>(kept?.typed ?? start)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const [latest, setLatest] = useState<Row | null>(null)
  const changed = changedNames(fields, typed, start)
  const dirty = changed.length > 0
  useEffect(() => writeDraft(draftName, dirty ? { typed, base } : null), [draftName, dirty, typed, base])
  const key = useActKey({ typed, base })
  const doors = doorsOf(kind)
  const save = useMutation({
    mutationFn: async (values: Readonly<Record<string, unknown>>) => {
      if (base === null) return call(doors.create, { ...values, zone: zone.code }, { key: key() })
      const change = { ...values, zone: zone.code, id: base.id }
      try {
        return await call(doors.update, { ...change, version: base.version }, { key: key() })
      } catch (error) {
        if (!isStale(error)) throw error
        const now = await call(doors.read, { zone: zone.code, id: base.id })
        // Whoever was faster changed other fields: both changes stand. The same field is asked about.
        if (now.archivedAt !== null || clashesOf(fields, { typed, base }, now).length > 0) throw error
        return call(doors.update, { ...change, version: now.version })
      }
    },
    onSuccess: async (written) => {
      writeDraft(draftName, null)
      await refreshRecord(client, kind, { zone: zone.code, record: written.record })
      onSaved(written)
    },
    onError: async (error) => {
      setFindings(issuesOf(error, kind))
      if (base === null || !isStale(error)) return
      setLatest(await call(doors.read, { zone: zone.code, id: base.id }))
    },
  })
  const submit = () => {
    const sent = base === null ? fields : fields.filter(({ name }) => changed.includes(name))
    const { values, findings: wrong } = readValues(sent, typed)
    setFindings(wrong)
    if (wrong.length === 0) save.mutate(values)
  }
  return {
    fields,
    typed,
    base,
    latest,
    findings,
    dirty,
    restored: kept !== null,
    error: findings.length > 0 || latest !== null ? null : save.error,
    conflict: latest === null ? null : save.error,
    saving: save.isPending,
    submit,
    set: (name: string, value: Typed) => setTyped((all) => ({ ...all, [name]: value })),
    /** Goes on from the record as it is now, with these values in the form. */
    settle: (now: TypedValues) => {
      setBase(latest)
      setTyped(now)
      setLatest(null)
      save.reset()
    },
    discard: () => writeDraft(draftName, null),
  }
}

function isStale(error: unknown): boolean {
  return error instanceof Problem && error.code === 'records.stale'
}

/** The same act keeps its key: pressed twice, or again after a lost answer, it has one effect. What is typed anew is another act. */
function useActKey(act: unknown): () => string {
  const kept = useRef({ act: '', key: '' })
  return () => {
    const said = JSON.stringify(act)
    if (kept.current.act !== said) kept.current = { act: said, key: newKey() }
    return kept.current.key
  }
}
