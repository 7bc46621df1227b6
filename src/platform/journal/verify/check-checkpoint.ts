import { readStatement } from '../seal/statement.ts'
import { isSigned } from '../seal/suite.ts'
import type { Finding, KeptCheckpoint, Log } from './log.ts'

/** What does not hold of a checkpoint by itself: its statement, its key, its signature. */
export function checkpointFindings(log: Log, checkpoint: KeptCheckpoint): Finding[] {
  const { size, root, statement, signature, keyId } = checkpoint
  const found = (kind: Finding['kind'], what: string): Finding => ({ kind, seq: size, eventId: null, what })
  const findings: Finding[] = []
  const stated = readStatement(statement)
  const same = stated && stated.zoneId === log.zoneId && stated.size === size && stated.root === root
  if (!same || stated.algorithm !== log.algorithm) {
    findings.push(found('statement_wrong', `the statement of the checkpoint at ${size} does not say what is stored`))
  }
  const key = log.keys.find(({ id }) => id === keyId)
  if (!key)
    return [...findings, found('key_unknown', `the checkpoint at ${size} names a key that is not known: ${keyId}`)]
  if (!isSigned(statement, { ...key, signature: Buffer.from(signature, 'base64') })) {
    findings.push(found('signature_wrong', `the signature of the checkpoint at ${size} is not that of its statement`))
  }
  return findings
}
