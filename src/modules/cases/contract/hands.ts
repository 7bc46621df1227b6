import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

/** To whom a case may be transferred, and which departments may be asked for their opinion. */
export const getHands = endpoint({
  name: 'cases.getHands',
  method: 'GET',
  path: '/api/zones/:zone/case-hands',
  permission: 'cases.transfer',
  effect: 'read',
  summary: { zh: '可以转办、征求意见的人和部门', en: 'People and departments to whom a case may go' },
  input: z.object({ zone: z.string() }),
  output: z.object({
    departments: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Those who can sign in and take a case up. */
    people: z.array(
      z.object({ id: z.string(), name: z.string(), title: z.string().nullable(), department: z.string().nullable() }),
    ),
  }),
})
