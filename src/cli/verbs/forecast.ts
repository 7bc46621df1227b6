import { InvalidArgumentError } from 'commander'
import { Problem } from '../../kernel/problem.ts'
import { dayBy } from '../../modules/forecast/contract/quantiles.ts'
import type { ForecastResult, MilestoneForecast } from '../../modules/forecast/contract/result.ts'
import { forecast } from '../../modules/forecast/domain/forecast.ts'
import { gather } from '../../modules/forecast/server/gather.ts'
import { forecastRules } from '../../modules/forecast/server/rules.ts'
import { projectNames } from '../../modules/projects/server/api.ts'
import { inZone } from '../../platform/database.ts'
import type { Installation } from '../../platform/start.ts'
import { withInstallation } from '../installation.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

interface Options {
  readonly zone: string
  readonly runs?: number
  readonly seed: number
  readonly json?: boolean
}

export const verb: Verb = {
  summary: 'when the projects of a zone will have their permits and begin production, with what probability',
  declare: (command) => {
    command
      .requiredOption('--zone <code>', 'the zone')
      .option('--runs <number>', 'possible futures to run through', whole)
      .option('--seed <number>', 'same seed and data, same answer', whole, 1)
      .option('--json', 'as JSON, with the days of every run')
      .action(print)
  },
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('A whole number is needed.')
}

async function print(options: Options): Promise<void> {
  const { mostRuns, runs: usual } = forecastRules()
  const runs = options.runs ?? usual
  if (runs < 1 || runs > mostRuns) throw wrongRuns(mostRuns)
  const { result, names, today } = await withInstallation((installation) => foretell(installation, options, runs))
  const { zone, seed } = options
  if (options.json) process.stdout.write(`${JSON.stringify({ zone, today, runs, seed, ...result }, null, 1)}\n`)
  else process.stdout.write(inWords(result, names))
}

async function foretell(installation: Installation, { zone: code, seed }: Options, runs: number) {
  const [zone] = await zonesOf(installation, code)
  if (!zone) throw new Error('a zone that was asked for is there or refused')
  const now = new Date()
  const { given, names } = await inZone(installation.db, zone.id, async (db) => {
    const gathered = await gather(db, zone, now)
    const ids = gathered.given.projects.map(({ id }) => id)
    return { given: gathered.given, names: await projectNames(db, zone.id, ids) }
  })
  const steps = forecast(given, { runs, seed })
  let told = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value, names, today: given.today }
    if (performance.now() - told < 500) continue
    told = performance.now()
    process.stderr.write(`${Math.round((100 * step.value.done) / step.value.total)} %\n`)
  }
}

/** One line a project: name, then for permit and production the days by which 50, 80 and 95 % of the runs had it. */
function inWords({ outcomes }: ForecastResult, names: ReadonlyMap<string, string>): string {
  const days = ({ state, doneOn, spread }: MilestoneForecast) =>
    state === 'coming' ? [0.5, 0.8, 0.95].map((share) => dayBy(spread, share)).join(' ') : (doneOn ?? state)
  return outcomes
    .map(({ projectId, permit, production }) => `${names.get(projectId)}\t${days(permit)}\t${days(production)}\n`)
    .join('')
}

function wrongRuns(most: number): Problem {
  return new Problem('invalid_input', 'forecast.wrong_runs', {
    zh: `推演次数应在 1 到 ${most} 之间。`,
    en: `The number of runs lies between 1 and ${most}.`,
  })
}
