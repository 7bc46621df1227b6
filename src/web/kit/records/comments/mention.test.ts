import { expect, test } from 'vitest'
import { mentionAt, stillNamed, withMention } from './mention.ts'

test('a name is asked for behind an @ without a space', () => {
  expect(mentionAt('请 @王', 4)).toEqual({ from: 2, words: '王' })
  expect(mentionAt('请 @王某 看', 7)).toBeNull()
  expect(mentionAt('没有', 2)).toBeNull()
  expect(mentionAt('@', 1)).toEqual({ from: 0, words: '' })
})

test('the chosen name takes the place of what was typed', () => {
  expect(withMention('请 @王看看', 4, '王某')).toEqual({ text: '请 @王某 看看', place: 6 })
  expect(withMention('没有', 2, '王某')).toEqual({ text: '没有', place: 2 })
})

test('who is deleted from the text is not told', () => {
  const people = [{ name: '王某' }, { name: '李某' }]
  expect(stillNamed('请 @王某 看', people)).toEqual([{ name: '王某' }])
})
