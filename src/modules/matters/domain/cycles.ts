import type { Catalogue } from '../contract/catalogue.ts'
import type { Finding } from '../contract.ts'
import { error } from './refuse.ts'

/**
 * Circles in who needs whom, with every input held as hard: handled one after another, such matters could never start.
 * Returns each circle once, as the codes along it.
 */
export function findCycles(catalogue: Catalogue): string[][] {
  const needs = needsOf(catalogue)
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const cycles: string[][] = []
  const visit = (code: string): void => {
    state.set(code, 'open')
    path.push(code)
    for (const next of needs.get(code) ?? []) {
      if (state.get(next) === 'open') cycles.push(path.slice(path.indexOf(next)))
      else if (!state.has(next)) visit(next)
    }
    path.pop()
    state.set(code, 'done')
  }
  for (const code of needs.keys()) if (!state.has(code)) visit(code)
  return cycles
}

export function checkCycles(catalogue: Catalogue): Finding[] {
  return findCycles(catalogue).map((cycle) => {
    const around = [...cycle, cycle[0]].join(' → ')
    return error(
      'matters.cycle',
      { matter: cycle[0] as string, field: 'inputs' },
      `互为前置，成环：${around}`,
      `needs itself in a circle: ${around}`,
    )
  })
}

/** For each matter: the matters that produce what it needs, itself left out. */
export function needsOf(catalogue: Catalogue): Map<string, readonly string[]> {
  const producers = new Map<string, string[]>()
  for (const matter of catalogue.matters) {
    for (const { code } of matter.outputs) producers.set(code, [...(producers.get(code) ?? []), matter.code])
  }
  return new Map(
    catalogue.matters.map((matter) => {
      const needed = matter.inputs.flatMap((input) => producers.get(input.ref) ?? [])
      return [matter.code, [...new Set(needed)].filter((code) => code !== matter.code).sort()]
    }),
  )
}
