import type { Node } from './ast.ts'
import { parse } from './parse.ts'

/** Rules of the catalogue are some hundred and come again at each check, comparison and publication; a desk's drafts come and go. */
const keptAtMost = 500
/** So that what is kept stays below some megabytes, whatever is typed. */
const longestKept = 400

let recent = new Map<string, Node>()
let earlier = new Map<string, Node>()

/** As `parse`, which takes most of what compiling a rule takes: a tree that was made of the same text under the same names, and never changes, is given again. */
export function parsed(source: string, factCodes: Iterable<string>): Node {
  const codes = [...factCodes]
  if (source.length > longestKept) return parse(source, codes)
  const key = `${source.length} ${source}\n${codes.join('\n')}`
  const known = recent.get(key)
  if (known) return known
  const root = earlier.get(key) ?? parse(source, codes)
  if (recent.size >= keptAtMost) {
    earlier = recent
    recent = new Map()
  }
  recent.set(key, root)
  return root
}
