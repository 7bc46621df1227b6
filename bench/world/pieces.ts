import { numbers } from './generate.ts'

/** What is searched for: `count` pieces of `length` signs out of these names, so that common pieces come as often as they are common. */
export function pieces(names: readonly string[], { length, count, seed }: Cut): readonly string[] {
  const draw = numbers(seed * 10 + length)
  return Array.from({ length: count }, () => {
    const signs = [...(names[Math.floor(draw() * names.length)] ?? '')]
    const from = Math.floor(draw() * (signs.length - length + 1))
    return signs.slice(from, from + length).join('')
  })
}

interface Cut {
  readonly length: number
  readonly count: number
  /** Another number, other pieces. */
  readonly seed: number
}
