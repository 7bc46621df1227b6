import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refusal } from './answers.ts'
import { nowAsks, refusalsTold } from './tell-refused.ts'

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
  tell = refusalsTold(warn)
})
afterEach(() => void vi.useRealTimers())

const told: { readonly [key: string]: unknown }[] = []
const warn = (what: object, text: string) => void told.push({ ...what, text })
let tell = refusalsTold(warn)
const forbidden = refusal(403, 'access.not_allowed', '不行', 'No')
const asked = (ip: string, accountId: string | null = null) => {
  const request = {
    ip,
    log: { warn },
    routeOptions: { config: { endpoint: 'trial.try' } },
  } as unknown as FastifyRequest
  nowAsks(request, { accountId, zone: 'linyi' })
  return request
}

it('a flood of one is told twenty times a minute, beside it what others try, and then how many were left out', () => {
  for (let i = 0; i < 1_000; i++) tell(asked('192.0.2.1'), forbidden)
  tell(asked('192.0.2.1', 'an-account'), forbidden)
  tell(asked('192.0.2.2'), refusal(429, 'http.too_many_requests', '慢', 'Slow'))
  expect(told).toHaveLength(22)
  expect(told.slice(-2)).toEqual([
    { endpoint: 'trial.try', accountId: 'an-account', zone: 'linyi', code: 'access.not_allowed', text: 'not allowed' },
    {
      ...{
        endpoint: 'trial.try',
        accountId: null,
        zone: 'linyi',
        address: '192.0.2.2',
        code: 'http.too_many_requests',
      },
      text: 'too many requests',
    },
  ])
  vi.advanceTimersByTime(60_000)
  expect(told.at(-1)).toEqual({ left: 980, text: 'refusals were left out' })
  tell(asked('192.0.2.1'), forbidden)
  expect(told.at(-1)).toMatchObject({ address: '192.0.2.1', text: 'not allowed' })
})

it('a flood from everywhere is told three hundred times a minute at most', () => {
  for (let i = 0; i < 5_000; i++) tell(asked(`host-${i}`), forbidden)
  expect(told).toHaveLength(300)
  vi.advanceTimersByTime(60_000)
  expect(told.at(-1)).toEqual({ left: 4_700, text: 'refusals were left out' })
})

it.each([
  ['that nobody is signed in', refusal(401, 'access.sign_in_needed', '登录', 'Sign in')],
  ['that there is nothing, to nobody', refusal(404, 'http.not_found', '没有', 'Nothing')],
  ['a slip in a form', refusal(400, 'http.invalid_input', '应为数字', 'A number')],
  ['a rule', refusal(422, 'cases.not_yet', '未到', 'Not yet')],
])('%s is no attempt', (_what, refused) => {
  tell(asked('192.0.2.9'), refused)
  expect(told).toEqual([])
})
