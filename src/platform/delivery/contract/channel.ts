import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

export const outsideChannels = ['mail', 'webhook', 'sms'] as const
export const OutsideChannel = z.enum(outsideChannels)
export type OutsideChannel = z.infer<typeof OutsideChannel>

export const channelLabels: Readonly<Record<OutsideChannel, Label>> = {
  mail: { zh: '邮件', en: 'Mail' },
  webhook: { zh: '群机器人', en: 'Group robot' },
  sms: { zh: '短信', en: 'Text message' },
}

export const channelShapes = ['smtp', 'dingtalk', 'wecom', 'json'] as const
export const shapeLabels: Readonly<Record<(typeof channelShapes)[number], Label>> = {
  smtp: { zh: '邮件服务器（SMTP）', en: 'Mail server (SMTP)' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  json: { zh: '通用接口（JSON，HMAC 签名）', en: 'Any receiver (JSON, HMAC signature)' },
}
