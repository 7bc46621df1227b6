import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

/** Records of all kinds by name: what the command menu asks. */
export const findRecords = endpoint({
  name: 'records.findRecords',
  method: 'GET',
  path: '/api/zones/:zone/find',
  permission: 'account',
  effect: 'read',
  summary: {
    zh: '按汉字、拼音或首字母查找各类记录',
    en: 'Find records of every kind by Chinese signs, pinyin or initials',
  },
  input: z.object({ zone: z.string(), q: z.string().trim().min(1).max(100) }),
  output: z.object({
    found: z.array(
      z.object({
        kind: z.string(),
        path: z.string(),
        label: z.object({ zh: z.string(), en: z.string() }),
        id: z.string(),
        title: z.string().nullable(),
      }),
    ),
  }),
})
