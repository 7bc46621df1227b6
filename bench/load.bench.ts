import { readFileSync } from 'node:fs'
import { quantile } from './harness.ts'
import { Desk } from './load/desk.ts'
import { calmAfter, drive, isGood, isPutOff, type Lived, table } from './load/drive.ts'
import { type BusyZone, fillZones } from './load/zones.ts'
import { type Served, serve } from './world/child.ts'
import { withWorld } from './world/postgres.ts'

/**
 * R10: two hundred people in forty zones over a million cases (LUODI_ROWS: as many as it says, 100,000 by default; LUODI_LONG=1: a million, and
 * a soak of twenty minutes instead of one; LUODI_SECONDS: as long as it says). Requests come at random moments whether or not the last was
 * answered, and their time counts from when they were due. The worker and the sealer run beside them; the senders are on the same machine.
 */
const long = process.env.LUODI_LONG === '1'
const cases = Number(process.env.LUODI_ROWS ?? (long ? 1_000_000 : 100_000))
const zones = 40
const people = 200
const rate = Number(process.env.LUODI_RATE ?? 150)
const soakSeconds = Number(process.env.LUODI_SECONDS ?? (long ? 1_200 : 60))
const within = 300

const say = (text: string) => void process.stdout.write(`${text}\n`)
let missed = 0

await withWorld(
  async (world) => {
    say(`Filling ${zones} zones with ${cases} cases`)
    const filled = await fillZones(world, { zones, cases, people })
    const server = await serve('ours.server.ts', world, { background: true })
    try {
      const desks = filled.flatMap((zone) => desksOf(server.url, zone))
      await drive({ desks, rate: rate / 3, seconds: 20, seed: 1 })
      await steady(server, desks)
      await overload(desks)
    } finally {
      await server.stop()
    }
  },
  { autovacuum: true },
)
process.exitCode = missed > 0 ? 1 : 0

function desksOf(url: string, zone: BusyZone): Desk[] {
  const all = [...zone.officers, zone.leader]
  return all.map((person, place) => new Desk(url, zone, { person, place, of: all.length }))
}

async function steady(server: Served, desks: readonly Desk[]): Promise<void> {
  const sizes: { at: number; kb: number }[] = []
  const began = performance.now()
  const watch = setInterval(() => sizes.push({ at: performance.now() - began, kb: residentKb(server.pid) }), 5_000)
  const before = Object.values(server.meters).map((read) => read())
  const lived = await drive({ desks, rate, seconds: soakSeconds, seed: 2 })
  const spent = Object.values(server.meters).map((read, n) => (read() - (before[n] ?? 0)) / 1e6 / soakSeconds)
  clearInterval(watch)
  say(
    `\n${lived.length} requests in ${soakSeconds} s; cores: server ${spent[0]?.toFixed(2)}, database ${spent[1]?.toFixed(2)}`,
  )
  console.table(table(lived))
  const ms = quantile(
    lived.map((one) => one.ms),
    0.95,
  )
  const bad = lived.filter((one) => !isGood(one))
  goal(`answered a second ≥ 150`, lived.filter(isGood).length / soakSeconds, (it) => it >= Math.min(150, rate) * 0.97)
  goal(`p95 ≤ ${within} ms`, ms, (it) => it <= within)
  goal(`errors: none ${kindsOf(bad)}`, bad.length, (it) => it === 0)
  const growth = growthOf(sizes.map(({ kb }) => kb))
  if (long) goal('memory of the server: last fifth against the second, growth ≤ 10 %', growth * 100, (it) => it <= 10)
  else
    say(`memory of the server: last fifth against the second ${(growth * 100).toFixed(1)} % (a goal of the long form)`)
}

async function overload(desks: readonly Desk[]): Promise<void> {
  const lived = await drive({ desks, rate: rate * 5, seconds: 20, seed: 3 })
  const putOff = lived.filter(isPutOff).length
  const wrong = lived.filter((one) => !isGood(one) && !isPutOff(one))
  say(
    `\nFive times as much for 20 s: ${lived.length} asked, ${lived.length - putOff - wrong.length} answered, ${putOff} told to come again`,
  )
  goal(`other than an answer, 429 or 503: none ${kindsOf(wrong)}`, wrong.length, (it) => it === 0)
  const answered = lived.filter(isGood).map((one) => one.ms)
  say(
    `p95 of those answered ${quantile(answered, 0.95).toFixed(0)} ms, of those put off ${quantile(
      lived.filter(isPutOff).map((one) => one.ms),
      0.95,
    ).toFixed(0)} ms`,
  )
  const after = await drive({ desks, rate, seconds: 20, seed: 4 })
  const last = after.filter(({ at }) => at >= 15)
  say(
    `the 20 s after it: not answered well ${kindsOf(after.filter((one) => !isGood(one))) || 'none'}; p95 of the last 5 s ${quantile(
      last.map(({ ms }) => ms),
      0.95,
    ).toFixed(0)} ms`,
  )
  goal('calm again after so many seconds ≤ 5', calmAfter(after, within) ?? Number.POSITIVE_INFINITY, (it) => it <= 5)
}

function kindsOf(lived: readonly Lived[]): string {
  const counts = Map.groupBy(lived, ({ name, status, code }) => `${name} ${status} ${code ?? ''}`)
  return [...counts].map(([kind, all]) => `[${kind.trim()}: ${all.length}]`).join(' ')
}

/** The first fifth fills caches and compiled code. */
function growthOf(sizes: readonly number[]): number {
  const fifth = Math.max(1, Math.floor(sizes.length / 5))
  const early = quantile(sizes.slice(fifth, 2 * fifth), 0.5)
  return quantile(sizes.slice(-fifth), 0.5) / early - 1
}

function residentKb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

function goal(text: string, reached: number, isMet: (reached: number) => boolean): void {
  const met = isMet(reached)
  if (!met) missed++
  say(`${met ? 'met   ' : 'MISSED'} ${text}: ${Number(reached.toPrecision(4))}`)
}
