import { describe, expect, it } from 'vitest'
import { nextTopic, shownFacts, stateOf } from './progress.ts'

const label = { zh: '', en: '' }
const land = { code: 'land', title: label, help: label, facts: ['landKind', 'landAreaHa'] }
const site = { code: 'site', title: label, help: label, facts: ['inFloodZone'] }
const open = [{ fact: 'landAreaHa' }, { fact: 'inFloodZone' }]

describe('the walk through the topics', () => {
  it('goes to the topic of the most consequential question that was not seen', () => {
    expect(nextTopic([site, land], open, {})).toBe(land)
    expect(nextTopic([site, land], open, { landAreaHa: 3 })).toBe(site)
  })

  it('does not return to what was left as not sure, and ends when all was seen', () => {
    expect(nextTopic([site, land], open, { landAreaHa: null })).toBe(site)
    expect(nextTopic([site, land], open, { landAreaHa: null, inFloodZone: null })).toBeUndefined()
  })

  it('tells open, partly answered, unsure, answered and needless topics apart', () => {
    expect(stateOf(land, open, {})).toBe('open')
    expect(stateOf(land, open, { landKind: 'lease-factory' })).toBe('partly')
    expect(stateOf(land, open, { landAreaHa: null })).toBe('unsure')
    expect(stateOf(land, [], { landAreaHa: 3 })).toBe('answered')
    expect(stateOf(land, [], {})).toBe('needless')
  })

  it('shows what is open or was answered, and nothing else', () => {
    expect(shownFacts(land, open, {})).toEqual(['landAreaHa'])
    expect(shownFacts(land, open, { landKind: null })).toEqual(['landKind', 'landAreaHa'])
  })
})
