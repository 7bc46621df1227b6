import { expect, it } from 'vitest'
import { onceFor } from './once.ts'

it('an answer is worked out once for each thing, not for one that looks the same', () => {
  const asked: object[] = []
  const answer = onceFor((thing: { readonly name: string }) => {
    asked.push(thing)
    return { about: thing.name }
  })
  const [one, twin] = [{ name: 'a' }, { name: 'a' }]
  expect(answer(one)).toBe(answer(one))
  expect(answer(twin)).not.toBe(answer(one))
  expect(asked).toEqual([one, twin])
})
