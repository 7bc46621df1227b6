import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'

/** A day of somebody's calendar, as it should stand there now. */
export interface Entry {
  /** What it is of: the same thing keeps its key, and so its UID, wherever it moves. */
  readonly key: string
  readonly on: Day
  readonly text: Label
  /** A path of the program's own pages. */
  readonly link: string
}

/** An entry as it was told last. */
export interface KeptEntry extends Entry {
  readonly sequence: number
  readonly cancelled: boolean
}

export interface Change {
  readonly entry: Entry
  readonly sequence: number
  readonly cancelled: boolean
}

/**
 * What has to be told anew (RFC 5545, 3.8.7.4): an entry that is new, that moved or reads differently, that is gone, or that is back. Each
 * change of what was told before raises its SEQUENCE; what stays says nothing.
 */
export function changesOf(kept: readonly KeptEntry[], wanted: readonly Entry[]): Change[] {
  const before = new Map(kept.map((entry) => [entry.key, entry]))
  const now = new Map(wanted.map((entry) => [entry.key, entry]))
  const told = [...now.values()].flatMap((entry): Change[] => {
    const known = before.get(entry.key)
    if (!known) return [{ entry, sequence: 0, cancelled: false }]
    return !known.cancelled && isSame(known, entry) ? [] : [{ entry, sequence: known.sequence + 1, cancelled: false }]
  })
  const gone = kept.filter(({ key, cancelled }) => !cancelled && !now.has(key))
  return [...told, ...gone.map((entry) => ({ entry, sequence: entry.sequence + 1, cancelled: true }))]
}

function isSame(a: Entry, b: Entry): boolean {
  return a.on === b.on && a.text.zh === b.text.zh && a.text.en === b.text.en && a.link === b.link
}
