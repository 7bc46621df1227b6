import { expect, test } from 'vitest'
import { emptyAddress, readAddress } from './address.ts'
import { withKnownZone } from './known-zone.ts'

const zones = [{ code: 'linyi' }, { code: 'qixian' }]

test('a zone that is there stays', () => {
  const read = readAddress({ z: 'linyi' })
  expect(withKnownZone(read, zones)).toEqual(read)
})

test('a zone that is not there is named among what was ignored, and the rest is kept', () => {
  const { address, ignored } = withKnownZone(readAddress({ z: 'atlantis', y: 'newCompany', b: '1' }), zones)
  expect(ignored).toEqual(['b', 'atlantis'])
  expect(address).toEqual({ ...emptyAddress, facts: { newCompany: true } })
})

test('while the zones are not known yet nothing is judged', () => {
  expect(withKnownZone(readAddress({ z: 'atlantis' }), []).address.zone).toBe('atlantis')
})
