import type { Label } from '../kernel/label.ts'
import { Problem } from '../kernel/problem.ts'
import type { ZoneRef } from '../platform/module.ts'
import type { Installation } from '../platform/start.ts'

/** The zones of the installation, or the one of this code; refuses a code that no zone has. */
export async function zonesOf(
  { db, modules }: Pick<Installation, 'db' | 'modules'>,
  only?: string,
): Promise<readonly (ZoneRef & { readonly name: Label })[]> {
  const directory = modules.find((module) => module.zones)?.zones
  const zones = (await directory?.list(db)) ?? []
  const wanted = zones.filter(({ code }) => only === undefined || code === only)
  if (wanted.length > 0 || only === undefined) return wanted
  throw new Problem(
    'not_found',
    'cli.no_zone',
    { zh: `没有开发区“${only}”。`, en: `There is no zone "${only}".` },
    { zone: only },
  )
}
