import { useMatches, useNavigate } from '@tanstack/react-router'
import type { Session } from '../../platform/access/contract.ts'
import { rememberZone, useZoneInAddress, zoneOf } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'
import { placeInZone } from './place-in-zone.ts'

/** The zone of one's work; changing it keeps the page, but not the record of the zone that was left. */
export function ZoneSwitch({ session }: { readonly session: Session }) {
  const say = useText()
  const navigate = useNavigate()
  const named = useZoneInAddress()
  const zone = zoneOf(session, named)
  const here = useMatches({ select: (matches) => matches.at(-1) })
  if (session.zones.length === 0) return null
  const only = session.zones.length === 1 ? session.zones[0] : undefined
  if (only && zone) return <span className="zone-name">{say(only.name)}</span>
  const change = (code: string) => {
    rememberZone(code)
    void navigate({ to: placeInZone(here?.fullPath ?? '/', here?.pathname ?? '/'), search: { zone: code } })
  }
  return (
    <select
      className="zone-switch"
      aria-label={say({ zh: '开发区', en: 'Zone' })}
      value={zone?.code ?? ''}
      onChange={(event) => change(event.target.value)}
    >
      {zone === undefined && <option value="">{say({ zh: '选择开发区', en: 'Choose a zone' })}</option>}
      {session.zones.map(({ code, name }) => (
        <option key={code} value={code}>
          {say(name)}
        </option>
      ))}
    </select>
  )
}
