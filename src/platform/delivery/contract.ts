import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { channelShapes, OutsideChannel, outsideChannels } from './contract/channel.ts'

const zone = z.string()
const base = '/api/zones/:zone/delivery'
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Hours = z.object({ from: Time, until: Time })

/** What an account has chosen, with the ways that its zone has. Its own mail and phone are shown to itself only. */
export const MyDelivery = z.object({
  /** 0: nothing was chosen yet. */
  version: z.number().int(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  channels: z.array(OutsideChannel),
  webhookId: z.string().nullable(),
  quiet: Hours.nullable(),
  urgentPasses: z.boolean(),
  digestAt: Time.nullable(),
  language: z.enum(['zh', 'en']),
  offered: z.object({
    mail: z.boolean(),
    sms: z.boolean(),
    webhooks: z.array(z.object({ id: z.string(), name: z.string() })),
    zoneQuiet: Hours.nullable(),
  }),
})
export type MyDelivery = z.infer<typeof MyDelivery>

export const getMyDelivery = endpoint({
  name: 'delivery.getMyDelivery',
  method: 'GET',
  path: `${base}/mine`,
  permission: 'account',
  effect: 'read',
  summary: { zh: '我的消息设置', en: 'How I get my messages' },
  input: z.object({ zone }),
  output: MyDelivery,
})

const oneLine = /^[^\p{Cc}\p{Cs}]*$/u
export const saveMyDelivery = endpoint({
  name: 'delivery.saveMyDelivery',
  method: 'POST',
  path: `${base}/mine`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '保存我的消息设置', en: 'Choose how I get my messages' },
  input: z.object({
    zone,
    version: z.number().int().min(0),
    mail: z.email().max(200).nullable(),
    phone: z
      .string()
      .regex(/^\+?\d{6,15}$/)
      .nullable(),
    channels: z.array(OutsideChannel).max(3),
    webhookId: z.uuid().nullable(),
    quiet: Hours.nullable(),
    urgentPasses: z.boolean(),
    digestAt: Time.nullable(),
    language: z.enum(['zh', 'en']),
  }),
  output: MyDelivery,
})

export const tryMyDelivery = endpoint({
  name: 'delivery.tryMyDelivery',
  method: 'POST',
  path: `${base}/mine/try`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '给我试发一条', en: 'Send me one message to try' },
  input: z.object({ zone }),
  output: z.object({ sent: z.boolean() }),
})

export const Channel = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: OutsideChannel,
  shape: z.enum(channelShapes),
  name: z.string(),
  address: z.string(),
  login: z.string().nullable(),
  sender: z.string().nullable(),
  /** Whether there is one; the secret itself never leaves. */
  hasSecret: z.boolean(),
  enabled: z.boolean(),
})
export type Channel = z.infer<typeof Channel>

const Rules = z.object({
  version: z.number().int(),
  quiet: Hours.nullable(),
  urgentPasses: z.boolean(),
  pagesAt: z.string().nullable(),
})
export const ZoneDelivery = z.object({ channels: z.array(Channel), rules: Rules })
export type ZoneDelivery = z.infer<typeof ZoneDelivery>

export const getZoneDelivery = endpoint({
  name: 'delivery.getZoneDelivery',
  method: 'GET',
  path: `${base}/channels`,
  permission: 'delivery.manage',
  effect: 'read',
  summary: { zh: '本区的消息渠道与免打扰时段', en: "The zone's message channels and quiet hours" },
  input: z.object({ zone }),
  output: ZoneDelivery,
})

export const saveChannel = endpoint({
  name: 'delivery.saveChannel',
  method: 'POST',
  path: `${base}/channels`,
  permission: 'delivery.manage',
  effect: 'write',
  summary: { zh: '设置消息渠道', en: 'Set up a message channel' },
  input: z.object({
    zone,
    /** Absent: a new one. */
    id: z.uuid().optional(),
    version: z.number().int().min(0).default(0),
    shape: z.enum(channelShapes),
    /** `sms` with the shape `json` is a gateway; every other shape says its kind. */
    sms: z.boolean().default(false),
    name: z.string().trim().min(1).max(50).regex(oneLine),
    address: z.string().trim().min(3).max(500).regex(oneLine),
    login: z.string().trim().max(200).regex(oneLine).nullable().default(null),
    sender: z.email().max(200).nullable().default(null),
    /** Absent: as it is; null: none. */
    secret: z.string().min(1).max(500).nullable().optional(),
    enabled: z.boolean().default(true),
  }),
  output: ZoneDelivery,
})

export const saveDeliveryRules = endpoint({
  name: 'delivery.saveRules',
  method: 'POST',
  path: `${base}/rules`,
  permission: 'delivery.manage',
  effect: 'write',
  summary: { zh: '设置本区免打扰时段', en: "Set the zone's quiet hours" },
  input: z.object({
    zone,
    version: z.number().int().min(0),
    quiet: Hours.nullable(),
    urgentPasses: z.boolean(),
    pagesAt: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .nullable(),
  }),
  output: ZoneDelivery,
})

/** Why a message came, what it is about, where it went, and how to have it otherwise. */
export const Why = z.object({
  id: z.string(),
  /** By what the account was found: itself, its person, its enterprise, or a role. */
  via: z.string(),
  cause: z.object({ zh: z.string(), en: z.string() }).nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  urgent: z.boolean(),
  /** Page of the rule that sent it, when there is one. */
  changeLink: z.string().nullable(),
  copies: z.array(
    z.object({
      channel: z.enum([...outsideChannels, 'digest']),
      state: z.enum(['sent', 'waiting', 'failed']),
      at: z.string(),
      /** A code of `deliveryFaults`, of what went wrong last. */
      error: z.string().nullable(),
    }),
  ),
})
export type Why = z.infer<typeof Why>

export const getWhy = endpoint({
  name: 'delivery.getWhy',
  method: 'GET',
  path: '/api/zones/:zone/notifications/:id/why',
  permission: 'account',
  effect: 'read',
  summary: { zh: '我为什么收到这条消息', en: 'Why I got this message' },
  input: z.object({ zone, id: z.uuid() }),
  output: Why,
})
