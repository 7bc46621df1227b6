import { expect, it } from 'vitest'
import { switchNames } from '../contract/switches.ts'
import { parseZoneFile } from './zone-file.ts'

const file = {
  code: 'linyi',
  name: { zh: '示例开发区', en: 'Example Zone' },
  level: 'provincial',
  province: { zh: '山西省', en: 'Shanxi' },
  countyCode: '140821',
  countyName: { zh: '临猗县', en: 'Linyi County' },
  confidence: 'M',
  reforms: Object.fromEntries(switchNames.map((name) => [name, true])),
  reformsConfidence: 'E',
}

it('reads a zone', () => {
  expect(parseZoneFile('zones/linyi.json', file)).toEqual(file)
})

it.each([
  ['a code in capitals', { code: 'Linyi' }, 'code'],
  ['a county code of five digits', { countyCode: '14082' }, 'countyCode'],
  ['a missing English name', { name: { zh: '示例' } }, 'name.en'],
  ['a reform that is no yes or no', { reforms: { ...file.reforms, parallel: 'yes' } }, 'reforms.parallel'],
])('refuses %s by file and field', (_what, change, field) => {
  expect(() => parseZoneFile('zones/linyi.json', { ...file, ...change })).toThrow(`"${field}" of data/zones/linyi.json`)
})

it('refuses a field that it does not know, which would be a misspelling', () => {
  expect(() => parseZoneFile('zones/linyi.json', { ...file, reform: {} })).toThrow('zones/linyi.json')
})
