import { describe, expect, test } from 'vitest'
import { forbidden, roomOf } from './import-rules.ts'
import { type Edge, edgesOf, isTest, sourceFiles } from './source.ts'

const files = sourceFiles('src/*.ts', 'src/*.tsx', 'src/**/*.ts', 'src/**/*.tsx').filter(
  (file) => !isTest(file.path) && !file.path.endsWith('.gen.ts'),
)
const edges = files.flatMap(edgesOf)

describe('who may import whom', () => {
  test('every import of the house is allowed', () => {
    const faults = edges.flatMap((edge) => {
      const reason = forbidden(edge)
      return reason === null ? [] : [`${edge.from} → ${edge.to}: ${reason}`]
    })
    expect(faults).toEqual([])
  })

  test('the lines were really read: files and edges of every floor', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(edges.length).toBeGreaterThan(files.length * 2)
    for (const floor of ['kernel', 'platform', 'module', 'web', 'cli'] as const) {
      expect(edges.filter((edge) => roomOf(edge.from).floor === floor).length).toBeGreaterThan(10)
    }
    const read = edges.filter((edge) => edge.to.startsWith('src/')).map((edge) => edge.to)
    expect(read).toContain('src/kernel/problem.ts')
  })

  test.each<[string, string]>([
    ['src/kernel/clock.ts', 'src/platform/database.ts'],
    ['src/kernel/clock.ts', 'kysely'],
    ['src/platform/server.ts', 'src/modules/zones/server/api.ts'],
    ['src/modules/plans/domain/plan.ts', 'src/platform/database.ts'],
    ['src/modules/plans/domain/plan.ts', 'src/modules/matters/domain/compile.ts'],
    ['src/modules/plans/domain/plan.ts', 'node:fs'],
    ['src/modules/plans/contract.ts', 'src/modules/plans/domain/plan.ts'],
    ['src/modules/plans/server/index.ts', 'src/modules/matters/server/store.ts'],
    ['src/modules/plans/web/routes/plan.tsx', 'src/modules/plans/server/index.ts'],
    ['src/modules/plans/web/routes/plan.tsx', 'src/modules/matters/web/parts/list.tsx'],
    ['src/web/main.tsx', 'src/platform/server.ts'],
  ])('%s may not import %s', (from, to) => {
    expect(forbidden({ from, to, typeOnly: false })).not.toBeNull()
  })

  test.each<[string, string]>([
    ['src/kernel/clock.ts', 'src/kernel/calendar.ts'],
    ['src/modules/plans/domain/plan.ts', 'src/modules/matters/contract/compiled.ts'],
    ['src/modules/plans/server/index.ts', 'src/modules/matters/server/api.ts'],
    ['src/modules/plans/web/routes/plan.tsx', 'src/web/client.ts'],
    ['src/modules/plans/web/routes/plan.tsx', 'src/modules/matters/web/panels.tsx'],
    ['src/cli/verbs/plan.ts', 'src/modules/plans/domain/plan.ts'],
  ])('%s may import %s', (from, to) => {
    expect(forbidden({ from, to, typeOnly: false })).toBeNull()
  })

  test('no circle at run time between files, and none between modules', () => {
    expect(circle(edges.filter((edge) => !edge.typeOnly && edge.to.startsWith('src/')))).toBeNull()
    expect(circle(betweenModules(edges))).toBeNull()
  })

  test('a planted circle is found', () => {
    const planted = (from: string, to: string): Edge => ({ from, to, typeOnly: false })
    expect(circle([planted('a', 'b'), planted('b', 'c'), planted('c', 'a'), planted('a', 'd')])).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})

function betweenModules(all: readonly Edge[]): Edge[] {
  return all.flatMap(({ from, to, typeOnly }) => {
    const a = roomOf(from).module
    const b = roomOf(to).module
    return a !== null && b !== null && a !== b ? [{ from: a, to: b, typeOnly }] : []
  })
}

function circle(all: readonly Edge[]): string[] | null {
  const next = new Map<string, string[]>()
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to])
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []
  const visit = (node: string): string[] | null => {
    if (state.get(node) === 'open') return path.slice(path.indexOf(node))
    if (state.has(node)) return null
    state.set(node, 'open')
    path.push(node)
    for (const to of next.get(node) ?? []) {
      const found = visit(to)
      if (found) return found
    }
    path.pop()
    state.set(node, 'done')
    return null
  }
  for (const node of next.keys()) {
    const found = visit(node)
    if (found) return found
  }
  return null
}
