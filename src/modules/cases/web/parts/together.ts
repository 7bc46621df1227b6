interface InBundle {
  readonly bundleId: string | null
}

/** Parts of one joint application stand together, where the first of them stands: one thing to work on, with its parts. */
export function together<T extends InBundle>(lines: readonly T[]): T[] {
  const seen = new Set<string>()
  return lines.flatMap((line) => {
    if (line.bundleId === null) return [line]
    if (seen.has(line.bundleId)) return []
    seen.add(line.bundleId)
    return lines.filter(({ bundleId }) => bundleId === line.bundleId)
  })
}

/** How many parts begin with this line; 0 when it is not the first of several. */
export function partsFrom(lines: readonly InBundle[], at: number): number {
  const bundle = lines[at]?.bundleId ?? null
  if (bundle === null || lines[at - 1]?.bundleId === bundle) return 0
  const parts = lines.filter(({ bundleId }) => bundleId === bundle).length
  return parts > 1 ? parts : 0
}
