/** Who holds shares of whom: `of` is held by `by`. */
export interface Edge {
  readonly of: string
  readonly by: string
}

/**
 * 循环持股: a way from an enterprise through its holders back to itself, as the ids on it in order, the enterprise first and last; null when
 * there is none. Looks at every edge once.
 */
export function circleThrough(edges: readonly Edge[], enterprise: string): readonly string[] | null {
  const holders = Map.groupBy(edges, ({ of }) => of)
  const seen = new Set<string>()
  const walk = (node: string, path: readonly string[]): readonly string[] | null => {
    for (const { by } of holders.get(node) ?? []) {
      if (by === enterprise) return [...path, by]
      if (seen.has(by)) continue
      seen.add(by)
      const found = walk(by, [...path, by])
      if (found) return found
    }
    return null
  }
  return walk(enterprise, [enterprise])
}
