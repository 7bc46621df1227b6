import { cpus, loadavg } from 'node:os'
import { worksOf } from './growth/asks.ts'
import { type Cell, measureCell } from './growth/cell.ts'
import { emptyZones, grow } from './growth/filled.ts'
import { timePlans } from './growth/plans.ts'
import { withWorld } from './world/postgres.ts'

/**
 * How cost grows: P1, P5 and P6 over so many enterprises in so many zones, P3 over zones of so many projects. For each number of zones one world
 * grows from size to size. LUODI_ROWS and LUODI_ZONES: lists, the smallest first; LUODI_LONG=1: 10,000, 100,000 and 1,000,000 enterprises in 1, 10
 * and 100 zones. LUODI_PROJECTS: a list too.
 */
const long = process.env.LUODI_LONG === '1'
const sizes = listOf(process.env.LUODI_ROWS ?? (long ? '10000,100000,1000000' : '2000,10000'))
const zoneCounts = listOf(process.env.LUODI_ZONES ?? (long ? '1,10,100' : '1,10'))
const projects = listOf(process.env.LUODI_PROJECTS ?? '10,100,1000')

const began = performance.now()
const say = (text: string) => {
  const load = loadavg()[0]?.toFixed(1)
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s, load average ${load}: ${text}\n`)
}

process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}\n`)
await timePlans(projects)
const cells = new Map<string, Cell>()
for (const count of zoneCounts) {
  await withWorld(async (world) => {
    const zones = await emptyZones(world, count)
    // Of the whole world, as the versions of what was decided go on.
    const works = worksOf(zones)
    let from = 0
    for (const to of sizes) {
      say(`from ${from} to ${to} enterprises in ${count} zones`)
      await grow(world, zones, { from, to })
      from = to
      say('measured')
      const cell = await measureCell(world, zones, works)
      process.stdout.write(`${to} enterprises in ${count} zones\n`)
      console.table(cell)
      cells.set(`${to} in ${count}`, cell)
    }
  })
}
say('done')
summary('CPU µs each, 16 at once')
summary('CPU ms')
summary('p50 ms', 'alone: p50 ms')
summary('p99 ms')
process.stdout.write(
  'P5: there is no cockpit with roll-ups yet; groups and figures above are counted from the rows at every question\n',
)

/** One figure of every work, cell beside cell. */
function summary(title: string, figure = title): void {
  const works = new Set([...cells.values()].flatMap((cell) => Object.keys(cell)))
  const lines = [...works].map((work) => {
    const line = [...cells].map(([name, cell]) => [name, cell[work]?.[figure]] as const)
    return [work, Object.fromEntries(line)] as const
  })
  process.stdout.write(`${title}, enterprises in zones\n`)
  console.table(Object.fromEntries(lines.filter(([, line]) => Object.values(line).some((one) => one !== undefined))))
}

function listOf(text: string): readonly number[] {
  return text.split(',').map(Number)
}
