import { createHash } from 'node:crypto'
import type { Person } from './claims.ts'

/**
 * Logins that a new account may get, the best first: as the person is known there, within the zone, so that nobody takes another zone's; then one made
 * of the subject, which is nobody else's.
 */
export function loginsFor(
  { nick }: Person,
  { subject, zone }: { readonly subject: string; readonly zone: string },
): readonly string[] {
  const plain =
    (nick ?? '')
      .split('@')[0]
      ?.toLowerCase()
      .replace(/[^a-z0-9._-]/g, '')
      .replace(/^[^a-z0-9]+/, '')
      .slice(0, 40) ?? ''
  const made = createHash('sha256').update(subject).digest('hex').slice(0, 16)
  return [...(plain.length >= 3 ? [`${plain}@${zone}`] : []), `sso-${made}@${zone}`]
}
