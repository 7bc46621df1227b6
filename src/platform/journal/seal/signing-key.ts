import { join } from 'node:path'
import { Problem } from '../../../kernel/problem.ts'
import { keptText } from '../../make-once.ts'
import type { Database } from '../../module.ts'
import { type Algorithm, newPrivateKey, type Signer, signerOf } from './suite.ts'

/**
 * The signer of this installation: its key lies in `$LUODI_DATA/journal-key.pem`, readable by its owner only, and is made at the first
 * start. Nodes of one installation share the folder. Beside it, in no backup of the database: who has the database alone cannot sign.
 */
export function installationSigner(dataFolder: string, algorithm: Algorithm): Signer {
  const file = join(dataFolder, 'journal-key.pem')
  const text = keptText(file, () => newPrivateKey(algorithm))
  try {
    return signerOf(text)
  } catch {
    throw new Problem('invalid_input', 'journal.key_unreadable', {
      zh: `${file} 不是可用的私钥。请从备份恢复它；确实丢失时移走该文件，下次启动会另建一把新钥，旧检查点仍可用旧公钥验证。`,
      en: `${file} is no usable private key. Restore it from a backup; when it is lost for good, move the file away: the next start makes a new one, and older checkpoints stay verifiable by the older public key.`,
    })
  }
}

/** Publishes the public half, so that every checkpoint can be verified with what the database names. */
export async function publishKey(db: Database, signer: Signer, now: Date): Promise<void> {
  const { keyId: id, algorithm, publicKey: public_key } = signer
  await db
    .insertInto('journal.signing_keys')
    .values({ id, algorithm, public_key, created_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
