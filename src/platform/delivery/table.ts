interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

interface ChannelRow extends Standard {
  kind: 'mail' | 'webhook' | 'sms'
  shape: 'smtp' | 'dingtalk' | 'wecom' | 'json'
  name: string
  /** `host:port` of a mail server, address of the others. */
  address: string
  login: string | null
  sender: string | null
  /** Ciphertext under the installation's key. */
  secret: Buffer | null
  enabled: boolean
}

interface Hours {
  quiet_from: string | null
  quiet_until: string | null
  urgent_passes: boolean
}

interface PreferenceRow extends Standard, Hours {
  account_id: string
  /** Ciphertext under the record's own key. */
  mail: Buffer | null
  phone: Buffer | null
  channels: ('mail' | 'webhook' | 'sms')[]
  webhook_id: string | null
  digest_at: string | null
  language: 'zh' | 'en'
}

interface DeliveryRuleRow extends Standard, Hours {
  pages_at: string | null
}

declare module '../tables.ts' {
  interface Tables {
    'jobs.channels': ChannelRow
    'jobs.preferences': PreferenceRow
    'jobs.delivery_rules': DeliveryRuleRow
  }
}

export type { ChannelRow, PreferenceRow }
