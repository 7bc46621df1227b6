import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import type { BulkOutput } from '../../../../kernel/record-bulk.ts'
import { listViews } from '../../../../platform/records/contract/views.ts'
import { readDraft, writeDraft } from '../../draft.ts'
import { useAct } from '../../use-act.ts'
import { type Doors, doorsOf, type Row } from '../doors.ts'

/** One act on many, as it is sent. */
export type BulkAct =
  | { readonly act: 'set'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly act: 'move'; readonly archived: boolean }

export interface Outcome {
  readonly act: BulkAct
  readonly trial: boolean
  readonly told: BulkOutput
}

export function staleOf(doors: Doors): readonly string[] {
  return [doors.list.name, doors.group.name, doors.read.name, doors.history.name, listViews.name]
}

/** What was done last in this tab, as long as it can be undone: also after the page was left. */
function keptOutcome(draftName: string): Outcome | null {
  const kept = readDraft<Outcome>(draftName)
  const until = kept?.told.undoUntil ?? null
  return until !== null && Date.parse(until) > Date.now() ? kept : null
}

/** Tries a bulk act, does it, undoes it. What a trial told holds until something else is chosen. */
export function useBulk(kind: KindView, rows: ReadonlyMap<string, Row>) {
  const doors = doorsOf(kind)
  const client = useQueryClient()
  const draftName = `bulk.${kind.name}`
  const [outcome, setOutcome] = useState<Outcome | null>(() => keptOutcome(draftName))
  const stale = staleOf(doors)
  const set = useAct(doors.bulkSet, { stale: [] })
  const move = useAct(doors.bulkArchive, { stale: [] })
  const undo = useAct(doors.undoBulk, { stale, onDone: () => writeDraft(draftName, null) })
  const chosen = [...rows.values()].map(({ id, version }) => ({ id, version }))
  const run = async (act: BulkAct, trial: boolean) => {
    const more = act.act === 'set' ? { values: act.values } : { archived: act.archived }
    const send = act.act === 'set' ? set.mutateAsync : move.mutateAsync
    try {
      const told = await send({ rows: chosen, trial, ...more })
      const next = { act, trial, told }
      setOutcome(next)
      if (told.bulk !== null) writeDraft(draftName, next)
      if (!trial) await Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
    } catch {
      // The refusal is shown from the act itself.
      setOutcome(null)
    }
  }
  return {
    outcome,
    run,
    undo,
    error: set.error ?? move.error,
    pending: set.isPending || move.isPending,
    forget: () => {
      setOutcome(null)
      set.reset()
      move.reset()
      undo.reset()
    },
  }
}
