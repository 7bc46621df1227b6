import { accessLog } from '../../platform/journal/seal/source.ts'
import type { ZoneRef } from '../../platform/module.ts'
import type { Installation } from '../../platform/start.ts'
import { zonesOf } from '../zones.ts'

/** Everything that is sealed: the journals of the zones, and the security log under its own name; or the one of this name. */
export async function sealedLogs(installation: Installation, only?: string): Promise<readonly ZoneRef[]> {
  if (only === accessLog.code) return [accessLog]
  const zones = await zonesOf(installation, only)
  return only === undefined ? [...zones, accessLog] : zones
}
