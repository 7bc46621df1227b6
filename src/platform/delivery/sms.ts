import { fault } from './faults.ts'
import type { Outside } from './guard.ts'
import { post } from './post.ts'
import { signedJson } from './shapes.ts'

export interface TextMessage {
  /** The idempotency key: a gateway that has sent it answers 2xx and does not send it again. */
  readonly id: string
  readonly to: string
  readonly text: string
}

/** The port for text messages: whoever can send them to a phone. */
export interface SmsPort {
  readonly send: (message: TextMessage) => Promise<void>
}

/** A gateway of the zone's own choice behind one address: `{id, to, text}` as JSON, signed as `docs/how-to/connect-an-sms-gateway.md` says. */
export function smsGateway({
  address,
  secret,
  now,
  outside,
}: {
  readonly address: string
  readonly secret: string | null
  readonly now: Date
  readonly outside: Outside
}): SmsPort {
  return {
    send: async (message) => {
      const headers = { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': message.id }
      const { status } = await post(address, signedJson(message, { headers, secret, now }), outside)
      if (status < 200 || status >= 300) throw fault('refused', { status })
    },
  }
}
