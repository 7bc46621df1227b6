import { type RawBuilder, sql } from 'kysely'
import { type Hash, leafHash } from '../../../kernel/merkle/hash.ts'

/**
 * An event as it is sealed: `head` tells what happened to which subject when, `body` who did it and what changed. The leaf is the hash of
 * the head with the digest of the body, so that a receipt proves the event to an applicant without showing what is not theirs.
 */
export interface SealedText {
  /** JSON object that still lacks its last member and brace. */
  readonly head: string
  /** JSON object. */
  readonly body: string
}

function text(column: string): string {
  return `coalesce(to_jsonb(${column})::text, 'null')`
}

function instant(column: string): string {
  return `'"' || to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'`
}

function object(members: Readonly<Record<string, string>>): string {
  const told = Object.entries(members).map(([name, value]) => `'"${name}":' || ${value}`)
  return `'{' || ${told.join(` || ',' || `)}`
}

/** Made by the database, so that values are sealed exactly as they are stored: `jsonb` prints its text in one way only. */
export const sealedColumns: RawBuilder<SealedText> = sql.raw(
  `${object({
    zone: text('e.zone_id'),
    id: text('e.id'),
    recordedAt: instant('e.created_at'),
    happenedAt: instant('e.happened_at'),
    subjectKind: text('e.subject_kind'),
    subjectId: text('e.subject_id'),
    action: text('e.action'),
  })} as head, ${object({
    createdBy: text('e.created_by'),
    actorId: text('e.actor_id'),
    actor: text('e.actor_name'),
    requestId: text('e.request_id'),
    threadId: text('e.thread_id'),
    before: `coalesce(e.before::text, 'null')`,
    after: `coalesce(e.after::text, 'null')`,
    note: text('e.note'),
  })} || '}' as body`,
)

const hexadecimal = (column: string) => text(`encode(${column}, 'hex')`)

/** Only where there is one: lines of before there were details keep their hash. */
const detailOf = (column: string) => `case when ${column} = '' then '' else ',"detail":' || ${text(column)} end`

/** A line of the security log: who it is about and who did it stand in it as ciphertext. */
export const accessColumns: RawBuilder<SealedText> = sql.raw(
  `${object({
    id: text('e.id'),
    recordedAt: instant('e.at'),
    kind: text('e.kind'),
    accountId: text('e.account_id'),
    homeZone: text('e.home_zone'),
  })} as head, ${object({
    actorId: text('e.actor_id'),
    requestId: text('e.request_id'),
    about: hexadecimal('e.about'),
    doneBy: hexadecimal('e.done_by'),
  })} || ${detailOf('e.detail')} || '}' as body`,
)

/** The line whose hash is the leaf. */
export function lineOf(hash: Hash, { head, body }: SealedText): string {
  return `${head},"content":"${Buffer.from(hash(Buffer.from(body))).toString('hex')}"}`
}

export function leafOf(hash: Hash, sealed: SealedText): Uint8Array {
  return leafHash(hash, Buffer.from(lineOf(hash, sealed)))
}
