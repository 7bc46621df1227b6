/**
 * A second reading of the rules' expressions: a small recursive-descent parser of our own for the part of FEEL that
 * the catalogues use, evaluated at once. null = unknown. It knows nothing of feelin and nothing of the product's compiler.
 */
export type Value = boolean | number | string | null
type Facts = Readonly<Record<string, Value>>

/** A value and the missing facts on which its being unknown depends. */
interface Read {
  readonly value: Value
  readonly missing: ReadonlySet<string>
}
type Test = (subject: Read) => Read
type Scan = { readonly tokens: readonly string[]; at: number; readonly facts: Facts }

export function evaluate(source: string, facts: Facts): { value: Value; missing: string[] } {
  const tokens = source.match(/"[^"]*"|\d+(?:\.\d+)?(?!\.\d)|\.\.|[A-Za-z_]\w*|<=|>=|!=|[-+*/=<>()[\],]/g) ?? []
  const scan: Scan = { tokens, at: 0, facts }
  const read = either(scan)
  if (scan.at !== tokens.length) throw new Error(`cannot read the rest of ${source}`)
  return { value: read.value, missing: read.value === null ? [...read.missing].sort() : [] }
}

const known = (value: Value): Read => ({ value, missing: new Set() })
const unknown = (...reads: Read[]): Read => ({ value: null, missing: new Set(reads.flatMap((r) => [...r.missing])) })
const peek = (scan: Scan): string | undefined => scan.tokens[scan.at]

function take(scan: Scan, token: string): boolean {
  if (peek(scan) !== token) return false
  scan.at++
  return true
}

function must(scan: Scan, token: string): void {
  if (!take(scan, token)) throw new Error(`expected ${token} at ${scan.at} of ${scan.tokens.join(' ')}`)
}

/** Kleene: the strong value wins over unknown; unknown remains unknown. */
function kleene(strong: boolean, reads: readonly Read[]): Read {
  if (reads.some((r) => r.value === strong)) return known(strong)
  const open = reads.filter((r) => r.value === null)
  return open.length > 0 ? unknown(...open) : known(!strong)
}

function either(scan: Scan): Read {
  const reads = [both(scan)]
  while (take(scan, 'or')) reads.push(both(scan))
  return reads.length === 1 && reads[0] ? reads[0] : kleene(true, reads)
}

function both(scan: Scan): Read {
  const reads = [comparison(scan)]
  while (take(scan, 'and')) reads.push(comparison(scan))
  return reads.length === 1 && reads[0] ? reads[0] : kleene(false, reads)
}

const operators: Record<string, (a: Value, b: Value) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => Number(a) < Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
}

function compare(operator: string, a: Read, b: Read): Read {
  const test = operators[operator]
  if (!test) throw new Error(`no comparison ${operator}`)
  const open = [a, b].filter((r) => r.value === null)
  return open.length > 0 ? unknown(...open) : known(test(a.value, b.value))
}

function comparison(scan: Scan): Read {
  const left = sum(scan)
  const next = peek(scan)
  if (next !== undefined && next in operators) {
    scan.at++
    return compare(next, left, sum(scan))
  }
  if (take(scan, 'between')) {
    const low = sum(scan)
    must(scan, 'and')
    return kleene(false, [compare('>=', left, low), compare('<=', left, sum(scan))])
  }
  if (take(scan, 'in'))
    return kleene(
      true,
      tests(scan).map((test) => test(left)),
    )
  return left
}

function tests(scan: Scan): Test[] {
  if (!take(scan, '(')) return [test(scan)]
  const list = [test(scan)]
  while (take(scan, ',')) list.push(test(scan))
  must(scan, ')')
  return list
}

function test(scan: Scan): Test {
  const next = peek(scan) ?? ''
  if (next in operators) {
    scan.at++
    const bound = sum(scan)
    return (subject) => compare(next, subject, bound)
  }
  if (next !== '[') {
    const same = sum(scan)
    return (subject) => compare('=', subject, same)
  }
  must(scan, '[')
  const low = sum(scan)
  must(scan, '..')
  const high = sum(scan)
  must(scan, ']')
  return (subject) => kleene(false, [compare('>=', subject, low), compare('<=', subject, high)])
}

const arithmetic: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

function chain(scan: Scan, signs: readonly string[], operand: (scan: Scan) => Read): Read {
  let left = operand(scan)
  for (let sign = peek(scan); sign !== undefined && signs.includes(sign); sign = peek(scan)) {
    scan.at++
    const right = operand(scan)
    const open = [left, right].filter((r) => r.value === null)
    const of = arithmetic[sign] as (a: number, b: number) => number
    left = open.length > 0 ? unknown(...open) : known(of(Number(left.value), Number(right.value)))
  }
  return left
}

const sum = (scan: Scan): Read => chain(scan, ['+', '-'], product)
const product = (scan: Scan): Read => chain(scan, ['*', '/'], atom)

function atom(scan: Scan): Read {
  const token = peek(scan)
  if (token === undefined) throw new Error('the expression ends too early')
  scan.at++
  if (token === '(') {
    const inner = either(scan)
    must(scan, ')')
    return inner
  }
  if (token === 'not') {
    const inner = atom(scan)
    return inner.value === null ? inner : known(!inner.value)
  }
  if (token === 'true' || token === 'false') return known(token === 'true')
  if (token.startsWith('"')) return known(token.slice(1, -1))
  if (/^\d/.test(token)) return known(Number(token))
  const value = scan.facts[token] ?? null
  return value === null ? { value, missing: new Set([token]) } : known(value)
}
