import fc from 'fast-check'
import { demoDay } from '../support/demo.ts'
import type { Door, Shape } from './doors.ts'
import type { Pool } from './pool.ts'

/** Choices as fast-check makes them. */
export interface Dice {
  /** A whole number from 0, below this. */
  readonly below: (limit: number) => number
  readonly text: (shape: Shape) => string
}

const even = (max: number) => fc.noBias(fc.nat({ max }))
const anyText = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: max })
const matching = new Map<string, fc.Arbitrary<string>>()
const textLike = (pattern: string) => {
  const found = matching.get(pattern) ?? fc.stringMatching(new RegExp(pattern))
  matching.set(pattern, found)
  return found
}

export function diceOf(g: fc.GeneratorValue): Dice {
  return {
    below: (limit) => (limit <= 1 ? 0 : g(even, limit - 1)),
    text: ({ pattern, minLength = 0, maxLength = 20 }) => {
      if (pattern !== undefined && !isOpen(pattern)) return g(textLike, pattern)
      const made = g(even, 1) === 0 ? `样例${g(even, 9_999)}` : g(anyText, Math.min(12, maxLength))
      return made.padEnd(minLength, '样').slice(0, Math.max(1, maxLength))
    },
  }
}

export const oneOf = <T>(dice: Dice, list: readonly T[]): T | undefined => list[dice.below(list.length)]

/** The newest most of the time: what an earlier request has made or moved is most likely there to be gone on with. */
function newest<T>({ dice, least }: Pick<Making, 'dice' | 'least'>, list: readonly T[]): T | undefined {
  return least || dice.below(2) === 0 ? list.at(-1) : oneOf(dice, list)
}

export interface Making {
  readonly dice: Dice
  readonly door: Door
  readonly pool: Pool
  /** Only what the schema asks for. */
  readonly least: boolean
  /** Id in the address: the version in the body is that row's. */
  readonly subject?: string | undefined
}

/** A value that the schema takes, most of the time; names tell what the program knows under them. */
export function makeValue(making: Making, shape: Shape, name: string): unknown {
  const { dice, pool, door, subject, least } = making
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return oneOf(dice, shape.enum)
  const ways = shape.anyOf ?? shape.oneOf
  if (ways) return makeValue(making, wayOf(dice, ways), name)
  if (shape.allOf) return makeValue(making, merged(shape.allOf), name)
  const type = typeOf(dice, shape)
  const example = least ? pool.exampleOf(name, door) : undefined
  if (example !== undefined && fits(shape, type, example)) return unlike(dice, shape, example)
  const known =
    dice.below(10) < 6
      ? oneOf(
          dice,
          pool.values(name, door).filter((value) => fits(shape, type, value)),
        )
      : undefined
  if (type === 'object') return known ?? objectOf(making, shape)
  if (type === 'array') return arrayOf(making, shape, name)
  if (type === 'boolean') return dice.below(2) === 1
  if (type === 'null') return null
  if (type === 'integer' || type === 'number') {
    if (name === 'version' && subject !== undefined) return pool.versionOf(subject)
    return known ?? numberOf(dice, shape)
  }
  return type === 'string' ? textOf(making, shape, { name, known }) : (known ?? '样例')
}

/** Open texts differ from request to request, so that what is unique in a zone is so. */
function unlike(dice: Dice, { pattern, maxLength = 0 }: Shape, example: unknown): unknown {
  if (typeof example !== 'string' || maxLength < 60 || (pattern !== undefined && !isOpen(pattern))) return example
  return `${example}${dice.below(100_000)}`.slice(0, maxLength)
}

const isOpen = (pattern: string) => /^\^(\(\?:)?\[\^/.test(pattern)

/** Seldom the way that says nothing. */
function wayOf(dice: Dice, ways: readonly Shape[]): Shape {
  const said = ways.filter(({ type }) => type !== 'null')
  return (dice.below(6) === 0 ? oneOf(dice, ways) : oneOf(dice, said)) ?? {}
}

function merged(parts: readonly Shape[]): Shape {
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}))
  return { ...Object.assign({}, ...parts), properties, required: parts.flatMap((part) => part.required ?? []) }
}

function typeOf(dice: Dice, { type, properties }: Shape): string | undefined {
  if (typeof type === 'string') return type
  if (type) return oneOf(dice, type.length > 1 ? type.filter((one) => one !== 'null') : type)
  return properties ? 'object' : undefined
}

function fits(shape: Shape, type: string | undefined, value: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value)
  if (type !== undefined && typeof value !== type) return false
  if (typeof value !== 'string') return true
  const { minLength = 0, maxLength = 100_000, pattern } = shape
  return value.length >= minLength && value.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(value))
}

function objectOf(making: Making, { properties = {}, required = [], additionalProperties, propertyNames }: Shape) {
  const { dice, least, pool, door } = making
  const wanted = Object.keys(properties).filter(
    (name) => required.includes(name) || (!least && dice.below(Object.keys(properties).length > 12 ? 8 : 2) === 0),
  )
  const made: Record<string, unknown> = {}
  // Rows of a bulk act: each id with its own version.
  const id =
    wanted.includes('id') && wanted.includes('version') ? newest(making, pool.ids(segmentOf(door), door)) : undefined
  for (const name of wanted) {
    const own = id === undefined ? making : { ...making, subject: id }
    made[name] = name === 'id' && id !== undefined ? id : makeValue(own, properties[name] ?? {}, name)
  }
  if (typeof additionalProperties === 'object' && wanted.length === 0) {
    for (let i = dice.below(3); i > 0; i--) {
      const key = propertyNames
        ? makeValue(making, { type: 'string', ...propertyNames }, 'key')
        : oneOf(dice, ['a', 'name', '甲'])
      made[String(key)] = makeValue(making, additionalProperties, String(key))
    }
  }
  return made
}

const segmentOf = (door: Door) => door.path.split('/')[4] ?? ''

function arrayOf(making: Making, { items, prefixItems, minItems = 0, maxItems = 3 }: Shape, name: string): unknown[] {
  if (prefixItems) return prefixItems.map((shape) => makeValue(making, shape, name))
  const shape = typeof items === 'object' ? items : {}
  const count = Math.min(maxItems, Math.max(minItems, making.least ? minItems : minItems + making.dice.below(3)))
  return Array.from({ length: count }, () => makeValue(making, shape, name.replace(/s$/, '')))
}

function numberOf(dice: Dice, { type, minimum, exclusiveMinimum, maximum = 1_000_000, multipleOf }: Shape): number {
  const least = Math.max(
    minimum ?? -10,
    exclusiveMinimum === undefined ? Number.NEGATIVE_INFINITY : exclusiveMinimum + 1,
  )
  const most = Math.min(maximum, Math.max(least, 0) + 1_000)
  const step = multipleOf ?? (type === 'integer' ? 1 : 0.5)
  const steps = Math.max(0, Math.floor((most - least) / Math.max(step, 1)))
  return least + dice.below(steps + 1) * Math.max(step, 1)
}

const days = [demoDay, '2026-11-20', '2026-11-24', '2026-12-15', '2026-06-01', '2027-03-01', '2025-12-31']

function textOf(making: Making, shape: Shape, { name, known }: { name: string; known: unknown }): string {
  const { dice, pool, door } = making
  switch (shape.format) {
    case 'uuid':
      return newest(making, pool.ids(name, door)) ?? '00000000-0000-4000-8000-000000000000'
    case 'date':
      return oneOf(dice, days) ?? demoDay
    case 'date-time':
      return `${oneOf(dice, days)}T01:00:00Z`
    case 'email':
      return 'somebody@luodi.example'
    case 'uri':
      return 'https://luodi.example/a'
    case 'base64':
      return Buffer.from(dice.text({ type: 'string' })).toString('base64')
    default:
      return typeof known === 'string' ? known : dice.text(shape)
  }
}

/** What stands in the address. */
export function inAddress(making: Making, name: string, shape: Shape): string {
  if (name === 'zone') return 'linyi'
  const { pool, door } = making
  const before = door.path.split('/')[door.path.split('/').indexOf(`{${name}}`) - 1] ?? ''
  const own = pool.ids(name === 'id' ? before : name, door)
  if (name === 'id' || shape.format === 'uuid') return newest(making, own) ?? '00000000-0000-4000-8000-000000000000'
  return String(makeValue(making, { type: 'string', ...shape }, name))
}
