import type { Problem } from '../../kernel/problem.ts'
import { fault } from './faults.ts'

/** What Node, OpenSSL and nodemailer call a certificate that proves nothing, or an encrypted line that does not come about. */
const untrusted =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH$|INVALID_(CA|PURPOSE)$|PATH_LENGTH_|EPROTO$|ETLS$)/

/** Why a connection outwards failed, with the system's own word for the log; nothing of what the other end said. */
export function lost(error: unknown): Problem {
  const why = wordOf(error)
  return fault(untrusted.test(why) ? 'untrusted' : 'unreachable', { why })
}

function wordOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const { originalCode, code } = error as { readonly originalCode?: unknown; readonly code?: unknown }
  const word = [originalCode, code].find((one) => typeof one === 'string')
  return typeof word === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(word) ? word : 'unknown'
}
