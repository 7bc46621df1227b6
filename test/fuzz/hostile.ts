import type { Pool } from './pool.ts'
import type { Dice } from './values.ts'
import { oneOf } from './values.ts'

/** One request as it is sent, before and after something in it was spoiled. */
export interface Draft {
  readonly address: readonly (readonly [name: string, value: string])[]
  readonly input: unknown
  /** Of a body: how its text is changed after it was printed, and what it says that it is. */
  readonly print?: ((text: string) => string) | undefined
  readonly contentType?: string | undefined
}

const raw = (json: string) => `@@raw:${json}@@`
/** Texts for JSON that JavaScript's own printer never writes. */
export const unwrapRaw = (text: string) =>
  text.replace(/"@@raw:(.*?)@@"/g, (_, json: string) => json.replaceAll('\\"', '"'))

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

/** What replaces a value. */
const values: readonly unknown[] = [
  ...[
    'x'.repeat(300),
    '长'.repeat(5_000),
    'x'.repeat(70_000),
    'nul\u0000here',
    '\ud800',
    'a\udfffb',
    '\u202egnp',
    '👩‍👩‍👧‍👦',
  ],
  ...['NaN', 'Infinity', 'null', 'undefined', '', ' ', '0x10', '1e999', '-', '+1', '１２', '1,000'],
  ...[
    "' or 1=1 --",
    '"; drop table x; --',
    '%',
    '_',
    '\\',
    '$1',
    "E'\\x00'",
    '../../etc/passwd',
    '<script>',
    '{{7*7}}',
    '=1+1',
  ],
  ...['9999-12-31', '0000-00-00', '0000-01-01', '2026-02-30', '10000-01-01', '-000001-01-01', '2026-11-23T25:00:00Z'],
  ...['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', 'infinity', '-infinity', 'epoch', 'now', '2026-11'],
  ...[0, -1, 1, 1.5, 1e9, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324],
  ...[raw('-0'), raw('1e999'), raw('-1e999'), raw('123456789012345678901234567890.5'), raw(deep(2_000))],
  ...[null, true, [], {}, [null], [[]], { a: {} }, [1, 2, 3], ['a', 'a'], { toString: 1 }, { length: 1e9 }],
  ...['00000000-0000-0000-0000-000000000000', 'not-a-uuid', '__proto__', 'constructor', 'toString', 'valueOf'],
]
const inQuery: readonly string[] = [
  ...[
    '0',
    '-1',
    '1e9',
    '1.5',
    '',
    ' ',
    'NaN',
    '-0',
    '99999999999999999999',
    '0x1f',
    '1,2',
    '[]',
    '{}',
    '%',
    '\u0000',
    '"',
  ],
  ...[
    "' or 1=1 --",
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
    'true',
    'null',
    '__proto__',
    'constructor',
    'ＡＢＣ',
    '=1+1',
  ],
  ...[
    '-createdAt',
    'createdAt',
    'id',
    'zone_id',
    'toString',
    'x'.repeat(5_000),
    '👩‍👩‍👧‍👦',
    '{"all":[["name","contains","%"]]}',
  ],
  ...[
    '{"all":[]}',
    '{"any":[["name","in","a,b"],{"all":[["id","eq","x"]]}]}',
    '{"all":[["constructor","eq","x"]]}',
    '\ud800',
    ',',
    ';',
    '.',
    '..',
  ],
]
const inPath: readonly string[] = [
  ...[
    '%00',
    '%ff',
    '%E0%A4%A',
    '..%2f..',
    '%252e%252e',
    '\u0000',
    'x'.repeat(120),
    'x'.repeat(3_000),
    '0',
    '-1',
    'NaN',
    "'",
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    '00000000-0000-0000-0000-000000000000',
    '%20',
    '{}',
    'a;b',
  ],
]
const contentTypes = [
  ...['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', ''],
  ...['application/json; charset=utf-16', 'multipart/form-data; boundary=x', 'application/octet-stream'],
]
const prints: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, Math.ceil(text.length / 2)),
  () => '',
  () => 'null',
  () => '[]',
  () => '"text"',
  () => '1e999',
  () => deep(50_000),
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text) => text.replace(/^\{/, '{"__proto__":{"polluted":true},'),
  (text) => text.replace(/^\{/, '{"constructor":{"prototype":{"polluted":true}},'),
  (text) => text.replace(/^\{/, '{"nobody.knows":1,'),
  // Every key twice, the second time with another value.
  (text) => text.replace(/^\{("(?:[^"\\]|\\.)*"):/, '{$1:null,$1:'),
  (text) => text.replace(/\}$/, ',"version":-1,"version":{}}'),
]

const queryPrints: readonly ((text: string) => string)[] = [
  (text) => `${text}&${text}`,
  (text) => `${text}&nobody.knows=1`,
  (text) => `${text}&__proto__[a]=1&__proto__=1&constructor=1`,
  (text) => `${text}&%zz=1&%=&&=&`,
  (text) => `${text}&limit=1&limit=2`,
]

/** Spoils one thing. */
export function spoil(dice: Dice, draft: Draft, { pool, carries }: { pool: Pool; carries: string }): Draft {
  const { address } = draft
  const strange = dice.below(10)
  if (strange === 0 && address.length > 0) return inAddress(dice, draft, pool)
  if (strange === 1 && carries === 'json') return { ...draft, contentType: oneOf(dice, contentTypes) }
  if (strange <= 3 && carries === 'json') return { ...draft, print: oneOf(dice, prints) }
  if (strange === 2 && carries === 'query') return { ...draft, print: oneOf(dice, queryPrints) }
  const places = leavesOf(draft.input)
  const place = oneOf(dice, places)
  if (place === undefined) return inAddress(dice, draft, pool)
  const value = replacement(dice, { pool, carries })
  return { ...draft, input: replaced(draft.input, place, value) }
}

function replacement(dice: Dice, { pool, carries }: { pool: Pool; carries: string }): unknown {
  if (dice.below(8) === 0) return oneOf(dice, pool.foreign)
  return oneOf<unknown>(dice, carries === 'query' ? inQuery : values)
}

function inAddress(dice: Dice, draft: Draft, pool: Pool): Draft {
  const at = dice.below(draft.address.length)
  const value = (dice.below(3) === 0 ? oneOf(dice, pool.foreign) : oneOf(dice, inPath)) ?? 'x'
  return { ...draft, address: draft.address.map((one, i) => (i === at ? ([one[0], value] as const) : one)) }
}

type Place = readonly (string | number)[]

/** Every place in it, those of containers too. */
function leavesOf(value: unknown, at: Place = []): Place[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...at, Array.isArray(value) ? Number(key) : key]))
      : []
  return at.length === 0 ? inner : [at, ...inner]
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? replaced(one, rest, by) : one))
  const held = value as Record<string, unknown>
  return { ...held, [key]: replaced(held[key], rest, by) }
}
