import { stringOf } from './xml.ts'
import { type Entry, textOf } from './zip.ts'

const element = /<si(?:\s[^<>]*?)?(?:\/>|>([\s\S]*?)<\/si>)/g

/** The strings that cells share, by their number. */
export async function sharedStrings(entry: Entry | undefined): Promise<readonly string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let rest = ''
  const take = (text: string) => {
    for (const [, body] of text.matchAll(element)) strings.push(body === undefined ? '' : stringOf(body))
  }
  for await (const piece of textOf(entry)) {
    rest += piece
    const end = rest.lastIndexOf('</si>')
    if (end < 0) continue
    take(rest.slice(0, end + 5))
    rest = rest.slice(end + 5)
  }
  // Behind the last end only empty ones may stand.
  for (const _ of rest.matchAll(/<si\s*\/>/g)) strings.push('')
  return strings
}
