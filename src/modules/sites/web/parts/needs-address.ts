import { Needs, noNeeds } from '../../contract/needs.ts'

/** Needs as they stand in the address: those that were said. */
export function writeNeeds(needs: Needs): string | undefined {
  const said = Object.fromEntries(Object.entries(needs).filter(([, value]) => value !== null))
  return Object.keys(said).length === 0 ? undefined : JSON.stringify(said)
}

/** What cannot be read is no need. */
export function readNeedsText(text: string | undefined): Needs {
  if (text === undefined) return noNeeds
  try {
    const read = Needs.safeParse(JSON.parse(text))
    return read.success ? read.data : noNeeds
  } catch {
    return noNeeds
  }
}
