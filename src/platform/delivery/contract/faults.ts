import type { Label } from '../../../kernel/label.ts'

/** Why a message does not leave: the code is what the list of jobs keeps, the sentence what people read. */
export const deliveryFaults = {
  'delivery.no_channel': {
    zh: '这个渠道已停用或没有设置，请管理员在“消息渠道”里设置后重试。',
    en: 'This channel is off or not set up: set it under "Message channels", then try again.',
  },
  'delivery.secret_lost': {
    zh: '渠道的密钥解不开（可能更换过密钥文件），请重新录入后重试。',
    en: "The channel's secret cannot be opened, perhaps another key file is in use: enter it again, then try again.",
  },
  'delivery.unknown_host': {
    zh: '找不到对方的服务器名，请核对渠道地址后重试。',
    en: 'The name of the receiving server is unknown: check the address, then try again.',
  },
  'delivery.closed_address': {
    zh: '地址指向内部网络，不予发送；内网服务器须由系统部署人员写入 LUODI_ALLOW_HOSTS。',
    en: 'The address leads into a private network, so nothing was sent; whoever runs the installation may name it in LUODI_ALLOW_HOSTS.',
  },
  'delivery.not_encrypted': {
    zh: '地址没有加密（http），不予发送；请改用 https 地址。',
    en: 'The address is not encrypted (http), so nothing was sent: use an https address.',
  },
  'delivery.bad_address': {
    zh: '渠道地址写得不对，请改正后重试。',
    en: "The channel's address is malformed: correct it, then try again.",
  },
  'delivery.redirected': {
    zh: '对方要求转到别的地址，不予跟随；请填写最终地址。',
    en: 'The receiver redirects elsewhere, which is not followed: give the final address.',
  },
  'delivery.timeout': {
    zh: '对方没有在规定时间内答复，请稍后重试或联系对方。',
    en: 'The receiver did not answer in time: try again later or ask them.',
  },
  'delivery.unreachable': {
    zh: '连不上对方服务器，请确认它在运行后重试。',
    en: 'The receiving server cannot be reached: make sure that it runs, then try again.',
  },
  'delivery.untrusted': {
    zh: '对方服务器的证书或加密连接不可信（过期、自签、名称不符或没有加密），没有发送；请对方改正后重试。',
    en: "The receiving server's certificate or encryption cannot be trusted (run out, self-signed, another name, or none), so nothing was sent: have it mended, then try again.",
  },
  'delivery.refused': {
    zh: '对方拒收，请核对地址、密钥与关键词设置后重试。',
    en: 'The receiver refused the message: check address, secret and its rules, then try again.',
  },
} as const satisfies Readonly<Record<`delivery.${string}`, Label>>
type FaultCode = keyof typeof deliveryFaults
export type FaultName = FaultCode extends `delivery.${infer Name}` ? Name : never
