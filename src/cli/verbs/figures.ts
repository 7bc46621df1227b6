import { inZone } from '../../platform/database.ts'
import { computeFigure, figuresOf } from '../../platform/figures/compute.ts'
import type { Installation } from '../../platform/start.ts'
import { withInstallation } from '../installation.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

interface Options {
  readonly zone?: string
  readonly json?: boolean
}

export const verb: Verb = {
  summary: 'the figures of the zones, each with the rows that it counts',
  declare: (command) => {
    command.option('--zone <code>', 'only this zone').option('--json', 'as JSON, with every row').action(print)
  },
}

async function print({ zone, json }: Options): Promise<void> {
  const found = await withInstallation((installation) => figuresIn(installation, zone))
  const lines = found.map(
    ({ zone: code, key, value, unit, rows }) => `${code}\t${key}\t${value ?? ''}\t${unit}\t${rows.length}`,
  )
  process.stdout.write(json ? `${JSON.stringify(found, null, 1)}\n` : `${lines.join('\n')}\n`)
}

/** Figures by zone and key. `value` is a number where figures are compared as numbers; money is exact to the fen below 2^53. */
async function figuresIn({ db, modules }: Installation, only: string | undefined) {
  const found = []
  for (const zone of await zonesOf({ db, modules }, only)) {
    for (const source of figuresOf(modules).values()) {
      const at = { now: new Date(), zone, zoneId: zone.id }
      const { figure, rows } = await inZone(db, zone.id, (zoned) => computeFigure(zoned, source, at))
      found.push({
        zone: zone.code,
        key: figure.key,
        value: figure.value === null ? null : Number(figure.value),
        unit: figure.unit.en,
        rows: rows.map(({ id, name, value }) => ({ kind: figure.kind, id, name, value: Number(value) })),
      })
    }
  }
  return found
}
