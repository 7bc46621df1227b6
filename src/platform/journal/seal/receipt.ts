import { sql } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../module.ts'
import type { JournalReceipt } from '../contract.ts'
import { keysOf } from '../verify/read-log.ts'
import { type Checkpoint, edgeOf, findCheckpoint, latestCheckpoint } from './checkpoints.ts'
import { lineOf, type SealedText, sealedColumns } from './line.ts'
import { hashOf } from './suite.ts'
import { consistencyProof, inclusionProof, type Tree } from './tree.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

interface Sealed extends SealedText {
  readonly seq: string | null
}

/** An event with its place and the proof that the zone's newest checkpoint covers it; `body` for those who may read the journal. */
export async function receiptOf(
  db: Database,
  { zoneId, eventId, withBody }: { zoneId: string; eventId: string; withBody: boolean },
): Promise<JournalReceipt | undefined> {
  const { rows } = await sql<Sealed>`select l.seq::text as seq, ${sealedColumns} from journal.events e
    left join journal.leaves l on l.zone_id = ${zoneId} and l.id = e.id
    where e.zone_id = ${zoneId} and e.id = ${eventId}`.execute(db)
  const event = rows[0]
  if (!event) return undefined
  const checkpoint = await latestCheckpoint(db, zoneId)
  if (event.seq === null || !checkpoint) throw notYet()
  const { tree, key } = await treeOf(db, zoneId, checkpoint)
  const [seq, size] = [Number(event.seq), Number(checkpoint.size)]
  return {
    event: lineOf(tree.hash, event),
    body: withBody ? event.body : null,
    seq,
    proof: (await inclusionProof(tree, seq, size)).map(hex),
    checkpoint: shown(checkpoint),
    key,
  }
}

/** The newest checkpoint of a zone; undefined while nothing is sealed. */
export async function newestCheckpoint(db: Database, zoneId: string) {
  const checkpoint = await latestCheckpoint(db, zoneId)
  return checkpoint && shown(checkpoint)
}

/** That the journal of `older` events is the beginning of today's: for whoever kept an older checkpoint. */
export async function consistencyOf(db: Database, { zoneId, older }: { zoneId: string; older: number }) {
  const [before, newest] = [await findCheckpoint(db, zoneId, older), await latestCheckpoint(db, zoneId)]
  if (!before || !newest) throw noCheckpoint(older)
  const { tree, key } = await treeOf(db, zoneId, newest)
  const proof = await consistencyProof(tree, older, Number(newest.size))
  return { older: shown(before), newest: shown(newest), proof: proof.map(hex), key }
}

async function treeOf(db: Database, zoneId: string, { key_id }: Checkpoint) {
  const keys = await keysOf(db)
  const key = keys.find(({ id }) => id === key_id)
  if (!key) throw new Error(`the key ${key_id} of the newest checkpoint is not published`)
  const tree: Tree = { db, zoneId, hash: hashOf(key.algorithm) }
  return { tree, key }
}

function shown(checkpoint: Checkpoint) {
  const { statement, signature, key_id: keyId } = checkpoint
  return {
    size: edgeOf(checkpoint).size,
    root: hex(checkpoint.root),
    statement,
    signature: signature.toString('base64'),
    keyId,
  }
}

function notYet(): Problem {
  return new Problem('conflict', 'journal.not_sealed_yet', {
    zh: '此记录尚未封存，约一秒后再试。',
    en: 'This event is not sealed yet: try again in a second.',
  })
}

function noCheckpoint(size: number): Problem {
  return new Problem('not_found', 'journal.no_checkpoint', {
    zh: `没有规模为 ${size} 的检查点。请填写所存检查点中 size 一行的数。`,
    en: `There is no checkpoint of size ${size}. Give the number in the line "size" of the checkpoint that you kept.`,
  })
}
