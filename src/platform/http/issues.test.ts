import { expect, it } from 'vitest'
import { z } from 'zod'
import { inputProblem } from './issues.ts'

function textOf(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value)
  return inputProblem(error).text
}

const row = (shape: z.ZodType) => z.object({ rows: z.array(z.object({ n: shape })) })
const at = (value: unknown) => ({ rows: [{ n: value }] })

it.each([
  [z.number(), '7', '“rows.0.n”应为数字。', '"rows.0.n" must be a number.'],
  [z.string(), undefined, '“rows.0.n”应为文本。', '"rows.0.n" must be text.'],
  [z.boolean(), 'yes', '“rows.0.n”应为是或否。', '"rows.0.n" must be true or false.'],
  [z.number().int(), 1.5, '“rows.0.n”应为整数。', '"rows.0.n" must be a whole number.'],
  [z.number().nonnegative(), -1, '“rows.0.n”应至少为 0。', '"rows.0.n" must be at least 0.'],
  [z.number().positive(), 0, '“rows.0.n”应大于 0。', '"rows.0.n" must be more than 0.'],
  [z.string().max(3), 'abcd', '“rows.0.n”应至多为 3 个字。', '"rows.0.n" must be at most 3 characters.'],
  [z.array(z.string()).min(1), [], '“rows.0.n”应至少为 1 项。', '"rows.0.n" must be at least 1 item.'],
  [z.enum(['a', 'b']), 'c', '“rows.0.n”应为 a、b 之一。', '"rows.0.n" must be one of: a, b.'],
  [z.literal('x'), 'y', '“rows.0.n”应为 x。', '"rows.0.n" must be x.'],
  [z.strictObject({}), { more: 1 }, '“rows.0.n”有不认识的字段 more。', '"rows.0.n" has unknown fields: more.'],
  [z.union([z.string(), z.number()]), true, '“rows.0.n”应为文本或数字。', '"rows.0.n" must be text or a number.'],
  [z.number().multipleOf(5), 3, '“rows.0.n”应为 5 的倍数。', '"rows.0.n" must be a multiple of 5.'],
])('says in one sentence what is expected where: %#', (shape, value, zh, en) => {
  expect(textOf(row(shape), at(value))).toEqual({ zh, en })
})

it('counts what else is wrong and lists every place', () => {
  const { error } = z.object({ a: z.string(), b: z.number(), c: z.boolean() }).safeParse({})
  const problem = inputProblem(error)
  expect(problem.text.en).toBe('"a" must be text; 2 more wrong.')
  expect(problem.details).toMatchObject({ field: 'a', issues: [{ path: 'a' }, { path: 'b' }, { path: 'c' }] })
})

it('names the input as a whole when it is no object', () => {
  expect(textOf(z.object({}), 'text')).toEqual({ zh: '输入应为对象。', en: 'The input must be an object.' })
})
