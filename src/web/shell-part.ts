import type { ComponentType } from 'react'
import type { Label } from '../kernel/label.ts'

/** What a module adds to the shell, as `shell` in its `web/shell.tsx`; found by folder. */
export interface ShellPart {
  readonly links?: readonly ShellLink[]
  /** Shown beside the product name: where the reader is, e.g. the zone. */
  readonly Place?: ComponentType
}

export interface ShellLink {
  readonly to: string
  readonly label: Label
  /** Smaller stands further left. */
  readonly order: number
  /** Links of one family hand their search parameters to each other. */
  readonly family?: string
}

const found = import.meta.glob<{ shell: ShellPart }>('../modules/*/web/shell.tsx', { eager: true })

export const shellParts: readonly ShellPart[] = Object.keys(found)
  .toSorted()
  .flatMap((path) => found[path]?.shell ?? [])

export const shellLinks: readonly ShellLink[] = shellParts
  .flatMap((part) => part.links ?? [])
  .toSorted((a, b) => a.order - b.order)
