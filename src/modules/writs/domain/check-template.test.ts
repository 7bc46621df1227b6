import { describe, expect, it } from 'vitest'
import { kindMeanings, writKinds } from '../contract/kinds.ts'
import { codePicture, tagsOf } from '../contract/tags.ts'
import { checkTemplate } from './check-template.ts'

const use = (name: string, within: readonly string[] | null = null) => ({
  name,
  within: within === null ? null : within.map((inner) => ({ name: inner, within: null })),
})
const complete = [
  ...['文号', '发文机关', '申请人', '成文日期', '核验码', '事项名称', '补正事由'].map((name) => use(name)),
  use('补正内容', ['序号', '材料名称', '补正要求', '文号']),
]
const reading = (tags: readonly ReturnType<typeof use>[]) => ({ tags, faults: [], pictures: [codePicture] })

describe('the check of a template', () => {
  it('finds nothing wrong with one that has all it must have', () => {
    expect(checkTemplate('correction', reading(complete))).toEqual([])
  })

  it('names the nearest known tag of one that nobody knows', () => {
    const found = checkTemplate(
      'correction',
      reading([...complete, use('申请人名称'), use('项目代号'), use('constructor')]),
    )
    expect(found.map(({ tag, text }) => [tag, text.en])).toEqual([
      ['申请人名称', 'There is nothing behind "{申请人名称}". Did you mean "{申请人}"?'],
      ['项目代号', 'There is nothing behind "{项目代号}". Did you mean "{项目代码}"?'],
      ['constructor', 'There is nothing behind "{constructor}".'],
    ])
  })

  it('names what is missing, what does not repeat, and the picture', () => {
    const plain = [...complete.filter(({ name }) => name !== '补正内容' && name !== '文号'), use('补正内容')]
    const found = checkTemplate('correction', { tags: plain, faults: [], pictures: [] })
    expect(found.map(({ tag }) => tag)).toEqual(['补正内容', '文号', codePicture])
    expect(found[0]?.text.zh).toContain('{#补正内容}…{/补正内容}')
  })

  it('says what does not close before anything else', () => {
    const faults = [{ reason: 'unclosed_loop', tag: '补正内容' }]
    const [finding, ...rest] = checkTemplate('correction', { tags: [], faults, pictures: [] })
    expect(finding?.text.zh).toBe('{#补正内容} 没有结束，请在后面加上 {/补正内容}。')
    expect(rest).toEqual([])
  })

  it.each(writKinds)('%s asks for its number, applicant, office, day and code', (kind) => {
    const must = tagsOf(kind)
      .filter(({ required }) => required)
      .map(({ name }) => name)
    expect(must).toEqual(expect.arrayContaining(['文号', '申请人', '发文机关', '成文日期', '核验码']))
    expect(new Set(tagsOf(kind).map(({ name }) => name)).size).toBe(tagsOf(kind).length)
    expect(kindMeanings[kind].label.zh).not.toBe('')
  })
})
