import { isGap } from '../../modules/chains/contract/strength.ts'
import type { MapNode } from '../../modules/chains/domain/chain-map.ts'
import { readMap } from '../../modules/chains/server/api.ts'
import { inZone } from '../../platform/database.ts'
import { withInstallation } from '../installation.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

interface Options {
  readonly zone: string
  readonly gaps?: boolean
  readonly json?: boolean
}

export const verb: Verb = {
  summary:
    'the industry chains of a zone: every node with its strength, who stands on it, and what hangs on one supplier',
  declare: (command) => {
    command
      .requiredOption('--zone <code>', 'the zone')
      .option('--gaps', 'only nodes that are missing or weak')
      .option('--json', 'as JSON, with links and everybody who is placed')
      .action(print)
  },
}

async function print({ zone: code, gaps, json }: Options): Promise<void> {
  const map = await withInstallation(async (installation) => {
    const [zone] = await zonesOf(installation, code)
    if (!zone) throw new RangeError(`no zone ${code}`)
    return inZone(installation.db, zone.id, (db) => readMap(db, zone.id, new Date()))
  })
  const nodes = [...map.nodes.values()].filter(({ strength }) => !gaps || isGap(strength.strength))
  const answer = { zone: code, nodes, links: map.links }
  process.stdout.write(json ? `${JSON.stringify(answer, null, 1)}\n` : nodes.map(lineOf).join(''))
}

/** Chain, node, lane, strength, enterprises at work, `1!` where there is a single one. */
function lineOf({ chain, name, lane, strength, singleSupplier }: MapNode): string {
  const number = singleSupplier ? '1!' : String(strength.enterprises)
  return `${[chain.name, name, lane, strength.strength, number, strength.outputYuan].join('\t')}\n`
}
