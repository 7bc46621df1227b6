import { expect, it } from 'vitest'
import { readTraceparent, traceparentOf } from './traceparent.ts'

const [trace, span] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']

it('is read and written as the W3C has it', () => {
  const text = `00-${trace}-${span}-01`
  expect(readTraceparent(text)).toEqual({ traceId: trace, spanId: span, traceFlags: 1 })
  expect(traceparentOf({ traceId: trace, spanId: span, traceFlags: 1 })).toBe(text)
  expect(readTraceparent(`cc-${trace}-${span}-00-what-comes-later`)).toMatchObject({ traceId: trace, traceFlags: 0 })
})

it.each([
  undefined,
  '',
  `00-${trace}-${span}`,
  `00-${trace}-${span}-01-more`,
  `ff-${trace}-${span}-01`,
  `00-${'0'.repeat(32)}-${span}-01`,
  `00-${trace}-${'0'.repeat(16)}-01`,
  `00-${trace.toUpperCase()}-${span}-01`,
])('%s is none', (text) => {
  expect(readTraceparent(text)).toBeNull()
})
