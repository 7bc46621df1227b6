import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOf, lsnOf, segmentName, segmentOf } from './lsn.ts'

const mb16 = 16 * 1024 * 1024

it.each([
  ['0/0', 1, '000000010000000000000000'],
  ['0/1A2B3C4D', 1, '00000001000000000000001A'],
  ['1/0', 2, '000000020000000100000000'],
  ['A/FF000001', 3, '000000030000000A000000FF'],
])('%s lies in the segment that PostgreSQL names %3$s', (lsn, timeline, name) => {
  expect(segmentName(timeline, bytesOf(lsn) / BigInt(mb16), mb16)).toBe(name)
  expect(segmentOf(name, mb16)).toEqual({ timeline, segment: bytesOf(lsn) / BigInt(mb16) })
})

it('reads what it writes', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n }), (bytes) => bytesOf(lsnOf(bytes)) === bytes))
})

it('takes no other file for a segment', () => {
  for (const name of ['00000002.history', 'archive_status', '000000010000000000000001.part']) {
    expect(segmentOf(name, mb16)).toBeUndefined()
  }
})
