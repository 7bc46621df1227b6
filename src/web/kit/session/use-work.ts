import { useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Permission } from '../../../kernel/endpoint.ts'
import type { Session } from '../../../platform/access/contract.ts'
import { readStored, writeStored } from '../stored.ts'
import { useSession } from './session.ts'

export type WorkZone = Session['zones'][number]

/** Who works, and in which zone. */
export interface Work {
  readonly session: Session
  readonly zone: WorkZone
  /** Whether the account holds the permission in this zone: what a button asks before it shows. */
  readonly may: (permission: Permission) => boolean
}

const storageKey = 'luodi.zone'

/** The work of whoever is signed in; null for a visitor, and for an account without a role in the zone that the address names. */
export function useWork(): Work | null {
  const { session } = useSession()
  const named = useZoneInAddress()
  const zone = session ? zoneOf(session, named) : undefined
  const permissions = zone?.permissions
  const may = useCallback((permission: Permission) => permissions?.includes(permission) ?? false, [permissions])
  return session && zone ? { session, zone, may } : null
}

/** For what stands within `SignedIn`, where there always is somebody. */
export function useMember(): Work {
  const work = useWork()
  if (work === null) throw new Error('useMember stands within SignedIn only')
  return work
}

/** The zone's short code of the address (`zone`), so that an address sent to somebody opens in the same zone. */
export function useZoneInAddress(): string | undefined {
  const code: unknown = useSearch({ strict: false, select: (search: Record<string, unknown>) => search.zone })
  return typeof code === 'string' ? code : undefined
}

/** The named zone, or without a name the one that this device worked in last, or the first. */
export function zoneOf({ zones }: Session, named: string | undefined): WorkZone | undefined {
  const last = readStored('local', storageKey)
  const wanted = named ?? last ?? undefined
  const found = zones.find(({ code }) => code === wanted)
  return found ?? (named === undefined ? zones[0] : undefined)
}

export function rememberZone(code: string): void {
  writeStored('local', storageKey, code)
}
