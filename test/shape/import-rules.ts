import type { Edge } from './source.ts'

/** Where a file stands in the house. */
export interface Room {
  readonly floor: 'kernel' | 'platform' | 'module' | 'web' | 'cli' | 'other'
  readonly module: string | null
  /** Inside a module: contract, domain, server, web. */
  readonly part: string | null
}

export function roomOf(path: string): Room {
  const [, , module, part] = /^src\/(modules)\/([^/]+)\/(contract|domain|server|web)/.exec(path) ?? []
  if (module && part) return { floor: 'module', module, part }
  const floor = /^src\/(kernel|platform|web|cli)\//.exec(path)?.[1] as Room['floor'] | undefined
  return { floor: floor ?? 'other', module: null, part: null }
}

const domainPackages = ['zod', 'decimal.js']
const kernelPackages = ['zod', 'decimal.js', 'feelin', '@lezer', 'polyclip-ts']

/** Why an import is forbidden, or null. The rules of ARCHITECTURE.md, "Who may import whom". */
export function forbidden(edge: Edge): string | null {
  const from = roomOf(edge.from)
  const inHouse = edge.to.startsWith('src/')
  if (!inHouse) return forbiddenPackage(from, edge.to)
  const to = roomOf(edge.to)
  if (from.floor === 'kernel') return to.floor === 'kernel' ? null : 'the kernel imports only the kernel'
  if (from.floor === 'platform')
    return ['kernel', 'platform'].includes(to.floor) ? null : 'the platform knows no module'
  if (from.floor === 'module') return forbiddenInModule(from, to, edge)
  if (from.floor === 'web') return forbiddenInShell(to, edge)
  return null
}

function forbiddenPackage(from: Room, name: string): string | null {
  if (from.floor === 'kernel' && !kernelPackages.some((known) => name === known || name.startsWith(`${known}/`)))
    return `the kernel does not import ${name}`
  if (from.part === 'domain' && !domainPackages.includes(name)) return `a domain does not import ${name}`
  if (from.part === 'contract' && name !== 'zod') return `a contract does not import ${name}`
  return null
}

function forbiddenInModule(from: Room, to: Room, edge: Edge): string | null {
  if (to.floor === 'kernel') return null
  if (to.floor === 'platform')
    return from.part === 'server' || isContract(edge.to) ? null : `${from.part} does not import the platform`
  if (to.floor === 'web') {
    const open = /^src\/web\/(client|text|kit\/|search|router|preferences|shell-part)/.test(edge.to)
    return from.part === 'web' && open ? null : 'only pages import the shell, and only its client, text and kit'
  }
  if (to.floor !== 'module') return `${edge.to} is outside the house`
  return to.module === from.module ? forbiddenPart(from, to) : forbiddenModule(from, edge)
}

function forbiddenPart(from: Room, to: Room): string | null {
  const allowed: Record<string, readonly string[]> = {
    contract: ['contract'],
    domain: ['contract', 'domain'],
    server: ['contract', 'domain', 'server'],
    web: ['contract', 'domain', 'web'],
  }
  return allowed[from.part ?? '']?.includes(to.part ?? '') ? null : `${from.part} does not import ${to.part}`
}

function forbiddenModule(from: Room, edge: Edge): string | null {
  if (isContract(edge.to)) return null
  if (from.part === 'server' && /\/server\/(api|table)\.ts$/.test(edge.to)) return null
  if (from.part === 'web' && /\/web\/panels\.tsx$/.test(edge.to)) return null
  return 'another module is reached only by its contract, its server/api.ts or its web/panels.tsx'
}

function isContract(path: string): boolean {
  return /\/contract(\.ts|\/)/.test(path)
}

function forbiddenInShell(to: Room, edge: Edge): string | null {
  if (to.floor === 'kernel' || to.floor === 'web') return null
  if (to.floor === 'module') {
    return isContract(edge.to) || to.part === 'web' ? null : 'the shell imports contracts and pages only'
  }
  return isContract(edge.to) ? null : 'the shell does not import the server'
}
