import { forgetStored, readStored, writeStored } from './stored.ts'

const prefix = 'luodi.draft.'
let owner = readStored('session', `${prefix}owner`) ?? ''

/**
 * What was typed and not saved, kept in this tab only: it outlives a session that ends in the middle, a reload and a lost network.
 * It belongs to one account: when another one signs in, or the owner signs out, it is gone.
 */
export function readDraft<T>(name: string): T | null {
  const text = readStored('session', `${prefix}${name}`)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

export function writeDraft(name: string, draft: unknown): void {
  writeStored('session', `${prefix}${name}`, draft === null ? null : JSON.stringify(draft))
}

/** The account that signs in; drafts of any other are forgotten. */
export function keepDraftsOf(accountId: string): void {
  if (owner !== accountId) forgetStored('session', prefix)
  owner = accountId
  writeStored('session', `${prefix}owner`, accountId)
}

export function forgetDrafts(): void {
  owner = ''
  forgetStored('session', prefix)
}
