import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyName, type NameTools } from './company-name.ts'
import { type LeadFacts, likeness } from './likeness.ts'
import { projectName } from './project-name.ts'
import { tokensOf } from './tokens.ts'
import { oneSlipApart, shared } from './words.ts'

const tools: NameTools = {
  simplify: (text) => text.replaceAll('華', '华').replaceAll('豐', '丰'),
  soundOf: (text) => text.replaceAll('衡', '恒'),
  provinces: { 山西: ['运城', '太原'], 江苏: ['苏州'] },
}
const core = (text: string) => companyName(text, tools).core

function facts(company: string, name: string, more: Partial<LeadFacts> = {}): LeadFacts {
  const named = companyName(company, tools)
  return {
    ...{ company: named, project: projectName(name, named.core, tools), uscc: null, phones: [], province: null },
    ...{ industryCode: null, investment: null, parcel: null, ...more },
  }
}

describe('the name of a company', () => {
  it('is the same however region and form are written', () => {
    const ways = [
      '山西恒源食品有限公司',
      '恒源食品',
      '运城市恒源食品股份有限公司',
      '恒源食品（运城）有限责任公司',
      ' 山西省 恒源食品集团有限公司',
    ]
    expect(ways.map(core)).toEqual(ways.map(() => '恒源食品'))
    expect(core('山西華豐食品有限公司')).toBe('华丰食品')
    expect(core('Ａｃｍｅ 食品有限公司')).toBe('acme食品')
  })

  it('keeps what it has when nothing but a region would be left', () => {
    expect(core('山西公司')).not.toBe('')
    expect(companyName('苏州有限公司', tools)).toMatchObject({ province: '江苏', city: '苏州' })
  })

  it('knows its province by its city', () => {
    expect(companyName('苏州恒源食品有限公司', tools)).toMatchObject({
      core: '恒源食品',
      province: '江苏',
      city: '苏州',
    })
  })
})

describe('the name of a project', () => {
  it('is what is made, without amounts, the company and what all projects are called', () => {
    expect(projectName('年产10万吨果汁饮料生产线建设项目', '恒源食品', tools)).toEqual({
      product: '果汁饮料',
      amounts: ['10万吨'],
    })
    expect(projectName('恒源果汁饮料产业园项目', '恒源食品', tools).product).toBe('果汁饮料')
  })
})

describe('likeness', () => {
  it('sees one project that was signed three times under names of its group', () => {
    const size = { investment: 120_000_000, industryCode: 'C15' }
    const first = facts('山西恒源食品有限公司', '年产10万吨果汁饮料项目', size)
    const second = facts('恒源食品', '果汁饮料生产项目', size)
    const third = facts('恒源食品（运城）有限公司', '年产10万吨果汁饮料建设项目', size)
    const pairs = [likeness(first, second), likeness(first, third), likeness(second, third)]
    expect(pairs.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same'])
    expect(pairs[0]?.reasons.map(({ code }) => code)).toEqual(['name', 'project'])
  })

  it('sees the slip of an input method, and no slip in another trade name', () => {
    const size = { investment: 120_000_000 }
    const one = facts('恒源食品有限公司', '果汁饮料项目', size)
    expect(likeness(one, facts('衡源食品', '果汁饮料生产项目', size)).verdict).toBe('same')
    expect(likeness(one, facts('鑫源食品', '果汁饮料生产项目', size)).verdict).not.toBe('same')
  })

  it('does not take two firms of one name in two provinces for one, nor an agency of two firms', () => {
    const one = facts('山西恒源食品有限公司', '年产10万吨果汁饮料项目', { uscc: 'A', phones: ['x'] })
    const two = facts('江苏恒源食品有限公司', '速冻食品生产线项目', { uscc: 'B', phones: ['y'] })
    expect(likeness(one, two).verdict).toBeNull()
    const agency = facts('山西锦川机械有限公司', '液压件项目', { uscc: 'C', phones: ['x'] })
    expect(likeness(one, agency).verdict).not.toBe('same')
  })

  it('says of one firm with two projects that it may be related, not the same', () => {
    const one = facts('山西恒源食品有限公司', '果汁饮料项目', { uscc: 'A', investment: 120_000_000 })
    const two = facts('山西恒源食品有限公司', '冷库二期扩建项目', { uscc: 'A', investment: 26_000_000 })
    expect(likeness(one, two).verdict).toBe('maybe')
  })

  it('is the same both ways, and a shared code never counts against', () => {
    const name = fc.constantFrom(
      '山西恒源食品有限公司',
      '恒源食品',
      '江苏锦川机械有限公司',
      '锦川重工',
      '苏州恒元食品厂',
    )
    const some = fc.record({
      ...{
        company: name,
        project: fc.constantFrom('果汁项目', '年产5万套液压件项目'),
        uscc: fc.constantFrom(null, 'A', 'B'),
      },
      ...{
        phones: fc.subarray(['x', 'y']),
        investment: fc.constantFrom(null, 1e8, 1.2e8),
        parcel: fc.constantFrom(null, 'A-01'),
      },
    })
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, two] = [facts(a.company, a.project, a as never), facts(b.company, b.project, b as never)].map(
          (one, i) => ({
            ...one,
            ...{
              company: companyName([a, b][i]?.company ?? '', tools),
              project: projectName([a, b][i]?.project ?? '', '', tools),
            },
          }),
        ) as [LeadFacts, LeadFacts]
        expect(likeness(one, two).score).toBe(likeness(two, one).score)
        const coded = likeness({ ...one, uscc: 'Z' }, { ...two, uscc: 'Z' })
        expect(coded.score).toBeGreaterThanOrEqual(likeness({ ...one, uscc: null }, { ...two, uscc: null }).score)
      }),
    )
  })

  it('of the same facts always shares a token', () => {
    const one = facts('山西恒源食品有限公司', '果汁饮料项目', { phones: ['x'], parcel: 'A-1' })
    expect(tokensOf(one)).toEqual(['p:x', 'n:恒源', 'n:源食', 'n:食品', 's:恒源食品', 'l:A-1'])
  })
})

describe('texts', () => {
  it('are one slip apart by one sign more, less, or exchanged, not by another one', () => {
    expect(oneSlipApart('恒源食品', '恒源食')).toBe(true)
    expect(oneSlipApart('恒源食品', '源恒食品')).toBe(true)
    expect(oneSlipApart('恒源食品', '恒达食品')).toBe(false)
    expect(oneSlipApart('恒源食品', '恒源食品')).toBe(false)
    expect(oneSlipApart('恒源食品', '锦川机械')).toBe(false)
  })

  it('share more when what they share is rare', () => {
    const rare = (pair: string) => (pair === '食品' ? 0.1 : 1)
    expect(shared(['恒源', '食品'], ['锦川', '食品'], rare)).toBeLessThan(shared(['恒源', '食品'], ['锦川', '食品']))
  })
})
