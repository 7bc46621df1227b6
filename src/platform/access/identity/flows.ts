import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database } from '../../module.ts'
import { openSecret, sealSecret } from '../../secrets.ts'
import { hashToken } from '../tokens.ts'
import type { FlowRow } from './table.ts'

type FlowRecord = Selectable<FlowRow>

const keptMs = 10 * 60_000
const verifierPlace = (stateHash: string) => `access.flow.verifier:${stateHash}`
const endingPlace = (stateHash: string) => `access.flow.ending:${stateHash}`

/** 256 random bits in base64url: enough for a state, a nonce and a PKCE verifier (RFC 7636, 4.1). */
export const newWord = () => randomBytes(32).toString('base64url')

interface NewFlow {
  readonly state: string
  readonly browser: string
  readonly nonce: string
  readonly verifier: string
  readonly zone: string
  readonly provider: string
  readonly redirectUri: string
  readonly back: string | null
  /** The account that is signed in and wants to be linked, nothing else. */
  readonly links: string | null
  readonly invitationHash: string | null
}

/** Keeps what has to be known when the browser comes back; of what it carries only hashes. */
export async function keepFlow(db: Database, flow: NewFlow, now: Date): Promise<void> {
  const hash = hashToken(flow.state)
  await db
    .insertInto('access.flows')
    .values({
      ...{ state_hash: hash, browser_hash: hashToken(flow.browser), nonce: flow.nonce },
      verifier: sealSecret(flow.verifier, verifierPlace(hash)),
      ...{ provider_zone: flow.zone, provider_id: flow.provider, redirect_uri: flow.redirectUri, back: flow.back },
      ...{ links_account: flow.links, invitation_hash: flow.invitationHash, created_at: now },
      ...{ expires_at: new Date(now.getTime() + keptMs), used_at: null, account_id: null, factor: false, ending: null },
      sid: null,
    })
    .execute()
}

export interface TakenFlow extends FlowRecord {
  readonly opened: string
}

/** The flow of a state in the browser that began it, taken for good: a second answer finds none. */
export async function takeFlow(
  db: Database,
  { state, browserHash, now }: { state: string; browserHash: string | undefined; now: Date },
): Promise<TakenFlow | undefined> {
  if (browserHash === undefined) return undefined
  const row = await db
    .updateTable('access.flows')
    .set({ used_at: now })
    .where('state_hash', '=', hashToken(state))
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  const opened = row && openSecret(row.verifier, verifierPlace(row.state_hash))
  return row && typeof opened === 'string' ? { ...row, opened } : undefined
}

interface Owing {
  readonly account: string
  /** Of the provider, for the session that follows. */
  readonly factor: boolean
  readonly ending: string | null
  readonly sid: string | null
}

/** Whoever came is known, and still owes a code of the second factor. */
export async function oweCode(db: Database, stateHash: string, { account, factor, ending, sid }: Owing): Promise<void> {
  const sealed = ending === null ? null : sealSecret(ending, endingPlace(stateHash))
  await db
    .updateTable('access.flows')
    .set({ account_id: account, factor, ending: sealed, sid })
    .where('state_hash', '=', stateHash)
    .execute()
}

/** What the browser still owes a code for. */
export async function findOwing(db: Database, browserHash: string | undefined, now: Date) {
  if (browserHash === undefined) return undefined
  const row = await db
    .selectFrom('access.flows')
    .selectAll()
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .where('account_id', 'is not', null)
    .executeTakeFirst()
  if (!row || row.account_id === null) return undefined
  const ending = row.ending === null ? null : openSecret(row.ending, endingPlace(row.state_hash))
  return { ...row, account_id: row.account_id, ending }
}

/** True for the one request that ends it. */
export async function endFlow(db: Database, stateHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('access.flows')
    .where('state_hash', '=', stateHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export async function endFlowsOf(db: Database, providerId: string): Promise<void> {
  await db.deleteFrom('access.flows').where('provider_id', '=', providerId).execute()
}
