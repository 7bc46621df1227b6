import { useQuery } from '@tanstack/react-query'
import { getCheckpoint } from '../platform/journal/contract.ts'
import { queryOf } from './client.ts'
import { useWork } from './kit/session/use-work.ts'

const heldFor = 10 * 60_000

/** Whatever a member prints carries the newest checkpoint of the zone's journal at the foot of each sheet, as every paper of ours does. */
export function PrintedFoot() {
  const work = useWork()
  const { data } = useQuery({
    ...queryOf(getCheckpoint, { zone: work?.zone.code ?? '' }),
    enabled: work !== null,
    staleTime: heldFor,
  })
  return typeof data?.printed === 'string' ? <style>{footRule(data.printed)}</style> : null
}

/** Only signs of the line itself get into the style sheet. */
function footRule(printed: string): string {
  const text = printed.replace(/[^\p{L}\p{N} /:.-]/gu, ' ')
  return `@page { @bottom-left { content: "${text}"; font-size: 6.5pt; color: #333; vertical-align: top; padding-top: 1mm; } }`
}
