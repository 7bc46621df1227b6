import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from '../../src/modules/forecast/domain/tally.ts'
import type { World } from '../../src/modules/forecast/domain/world.ts'

/** The same simulation as a plain C program, compiled here with `cc -O2`. */
export interface PlainC {
  /** Microseconds of CPU that the runs took, without reading and writing files. */
  readonly run: (runs: number, seed: number) => number
  /** What the last call came to. */
  readonly result: () => Pick<Tally, 'permit' | 'production' | 'pathHandling' | 'pathWaiting'>
  readonly remove: () => void
}

/** Null when this machine has no compiler. */
export function compilePlainC(world: World): PlainC | null {
  if (spawnSync('cc', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'luodi-forecast-'))
  const [program, input, output] = ['forecast', 'world', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  execFileSync('cc', ['-O2', '-o', program, join(import.meta.dirname, 'forecast.c')])
  writeFileSync(input, bytesOf(world))
  let made = 0
  return {
    run: (runs, seed) => {
      made = runs
      return Number(execFileSync(program, [input, String(runs), String(seed), output], { encoding: 'utf8' }))
    },
    result: () => readResult(readFileSync(output), world, made),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function bytesOf(world: World): Uint8Array {
  const { activities, projects, desks, horizon, lapses, spread, floorDays } = world
  const arrays = [
    ...[world.firstOut, world.outTo, world.outKind, world.owedArrows, world.startPending, world.decisionPending],
    ...[
      world.readyAt,
      world.waitsAt,
      world.initial,
      world.prepFirst,
      world.prepValues,
      world.poolFirst,
      world.poolCount,
    ],
    ...[world.before, world.handling, world.after, world.floorAdd, world.floorRow, world.floorEnds, world.deskOf],
    ...[world.deskCases, world.permitOf, world.productionOf],
  ]
  const numbers: Int32Array[] = [Int32Array.of(activities, projects, desks, horizon, lapses, spread, floorDays)]
  for (const array of arrays) numbers.push(Int32Array.of(array.length), array)
  return Buffer.concat(numbers.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)))
}

function readResult({ buffer, byteOffset }: Buffer, { projects, desks }: World, runs: number) {
  const cells = projects * runs
  const copy = buffer.slice(byteOffset)
  const desksAt = 8 * cells
  return {
    permit: new Int32Array(copy, 0, cells),
    production: new Int32Array(copy, 4 * cells, cells),
    pathHandling: new Float64Array(copy, desksAt, desks),
    pathWaiting: new Float64Array(copy, desksAt + 8 * desks, desks),
  }
}
