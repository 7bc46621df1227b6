import { z } from 'zod'
import { legalDayOf } from '../../kernel/legal-day.ts'
import { Problem } from '../../kernel/problem.ts'
import { openLog } from '../../platform/log.ts'
import { loadDemo } from '../demo/data.ts'
import { withLazyCommits } from '../demo/lazy-commits.ts'
import { demoZones, type Seeded, seed, zonesNamed } from '../demo/seed.ts'
import { withInstallation } from '../installation.ts'
import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly zone?: string
  readonly on?: string
  readonly json?: boolean
}

export const verb: Verb = {
  summary: 'build the demo of the zones, as of a day; what is there already stays as it is',
  declare: (command) => {
    command
      .option('--zone <code>', 'only this zone')
      .option('--on <date>', 'day of the demonstration, YYYY-MM-DD (default: today)')
      .option('--json', 'as JSON')
      .action(run)
  },
}

async function run({ zone, on, json }: Options): Promise<void> {
  const now = new Date()
  const day = dayOf(on, legalDayOf(now))
  const log = openLog(readSettings(process.env).logLevel)
  const seeded = await withInstallation(async (installation) => {
    const data = await loadDemo()
    const known = await demoZones(installation, data)
    const zones = zone === undefined ? known : zonesNamed(known, [zone])
    return withLazyCommits(installation, (lazy) => seed({ ...lazy, log, on: day, now }, zones, data))
  })
  process.stdout.write(json ? `${JSON.stringify(seeded, null, 1)}\n` : `${seeded.map(lineOf).join('\n')}\n`)
}

/** A demo tells what has happened, so that its day cannot lie ahead. */
function dayOf(text: string | undefined, today: string): string {
  if (text === undefined) return today
  if (z.iso.date().safeParse(text).success && text <= today) return text
  throw invalid('--on 应为不晚于今天的日期 YYYY-MM-DD。', '--on is a day YYYY-MM-DD that is not in the future.')
}

function lineOf({ zone, on, acts, new: fresh }: Seeded): string {
  return `${zone}\t${on}\t${acts} acts\t${fresh ? 'built' : 'was there'}`
}

function invalid(zh: string, en: string): Problem {
  return new Problem('invalid_input', 'seed.invalid', { zh, en })
}
