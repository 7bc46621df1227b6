import type { ComponentType } from 'react'
import type { Permission } from '../kernel/endpoint.ts'
import type { Label } from '../kernel/label.ts'

/** What a module adds to the shell, as `shell` in its `web/shell.tsx`; found by folder. */
export interface ShellPart {
  readonly links?: readonly ShellLink[]
  /** Heads the module's kinds of record where all kinds are listed. */
  readonly name?: Label
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
  /** Shown only to who is signed in and holds one of these in the zone; to everybody when absent. */
  readonly needs?: readonly Permission[]
}

const found = import.meta.glob<{ shell: ShellPart }>('../modules/*/web/shell.tsx', { eager: true })

export const shellParts: readonly ShellPart[] = Object.keys(found)
  .toSorted()
  .flatMap((path) => found[path]?.shell ?? [])

/** Pages that hold something of every module; those of modules are found by folder. */
const ownLinks: readonly ShellLink[] = [
  { to: '/records', label: { zh: '资料', en: 'Records' }, order: 6, needs: ['account'] },
  {
    to: '/admin',
    label: { zh: '管理', en: 'Administration' },
    order: 8,
    needs: ['access.read', 'access.audit', 'journal.read'],
  },
]

export const shellLinks: readonly ShellLink[] = [
  ...ownLinks,
  ...shellParts.flatMap((part) => part.links ?? []),
].toSorted((a, b) => a.order - b.order)

/** Names of the modules by their folder. */
export const moduleNames: ReadonlyMap<string, Label> = new Map(
  Object.entries(found).flatMap(([path, { shell }]) => {
    const folder = path.split('/').at(-3)
    return shell.name && folder !== undefined ? [[folder, shell.name] as const] : []
  }),
)
