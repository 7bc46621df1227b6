import { useCallback, useState } from 'react'
import type { Row } from '../doors.ts'

/** The records that are chosen for a bulk act, as they were read. */
export interface Selection {
  readonly rows: ReadonlyMap<string, Row>
  readonly toggle: (row: Row) => void
  /** Chooses these, or lets them go. */
  readonly set: (rows: readonly Row[], on: boolean) => void
  readonly clear: () => void
}

export function useSelection(): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, Row>>(new Map())
  const set = useCallback((some: readonly Row[], on: boolean) => {
    setRows((now) => {
      const next = new Map(now)
      for (const row of some) {
        if (on) next.set(row.id, row)
        else next.delete(row.id)
      }
      return next
    })
  }, [])
  const toggle = useCallback((row: Row) => {
    setRows((now) => {
      const next = new Map(now)
      if (!next.delete(row.id)) next.set(row.id, row)
      return next
    })
  }, [])
  const clear = useCallback(() => setRows(new Map()), [])
  return { rows, toggle, set, clear }
}
