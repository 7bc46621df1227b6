import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Switches } from './contract/switches.ts'

export const zoneLevels = ['national', 'provincial'] as const

/** An economic development zone (开发区). A zone has no GB/T 2260 code of its own: the county's code stands beside its short code. */
export const Zone = z.object({
  id: z.string(),
  /** Short code in addresses and keys: `linyi`. */
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  level: z.enum(zoneLevels),
  province: z.object({ zh: z.string(), en: z.string() }),
  /** GB/T 2260, six digits. */
  countyCode: z.string(),
  countyName: z.object({ zh: z.string(), en: z.string() }),
  confidence: z.string(),
})
export type Zone = z.infer<typeof Zone>

/** Which reforms the zone has in force, and the days it closes or works beside the statutory ones. */
export const ZoneSettings = z.object({
  zone: Zone,
  reforms: Switches,
  calendar: z.object({
    overrides: z.object({ off: z.array(z.string()), work: z.array(z.string()) }),
    years: z.array(
      z.object({
        year: z.number(),
        off: z.array(z.string()),
        work: z.array(z.string()),
        source: z.string(),
        confidence: z.string(),
      }),
    ),
  }),
})
export type ZoneSettings = z.infer<typeof ZoneSettings>

export const listZones = endpoint({
  name: 'zones.listZones',
  method: 'GET',
  path: '/api/zones',
  permission: 'public',
  effect: 'read',
  summary: { zh: '本系统中的开发区', en: 'The zones of this installation' },
  input: z.object({}),
  output: z.object({ zones: z.array(Zone) }),
})

export const getZone = endpoint({
  name: 'zones.getZone',
  method: 'GET',
  path: '/api/zones/:code',
  permission: 'public',
  effect: 'read',
  summary: { zh: '一个开发区的设置：改革开关与日历', en: 'Settings of a zone: its reforms and calendar' },
  input: z.object({ code: z.string() }),
  output: ZoneSettings,
})
