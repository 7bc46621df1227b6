import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface SourceFile {
  /** Relative to the project: `src/kernel/problem.ts`. */
  readonly path: string
  readonly text: string
}

/** Files of the house: what git tracks, and what is new and not ignored. */
export function sourceFiles(...patterns: readonly string[]): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns],
    { cwd: root },
  )
  const paths = [...new Set(listed.toString().split('\0'))].filter((path) => path !== '')
  return paths.flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(root, path), 'utf8') }]
    } catch {
      return [] // listed by git and deleted in the work tree
    }
  })
}

export interface Edge {
  readonly from: string
  /** A path of the house (`src/…`) or the name of a package. */
  readonly to: string
  /** True when only types cross: nothing is left of it at run time. */
  readonly typeOnly: boolean
}

const importLine =
  /^\s*(import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Every import and re-export of a file, static and dynamic, read from its lines. */
export function edgesOf(file: SourceFile): Edge[] {
  return [...file.text.matchAll(importLine)].map((match) => {
    const target = (match[4] ?? match[5]) as string
    const to = target.startsWith('.')
      ? normalize(join(dirname(file.path), target.replace(/\?.*$/, '')))
      : packageOf(target)
    return { from: file.path, to, typeOnly: match[2] !== undefined }
  })
}

function packageOf(target: string): string {
  const parts = target.split('/')
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string)
}

export function isTest(path: string): boolean {
  return /\.(test|db\.test|browser\.test)\.tsx?$/.test(path)
}
