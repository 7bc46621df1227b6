import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Addresses } from './addresses.ts'
import { refusal, sendRefusal } from './answers.ts'

/** Answers 405 at a method that the address does not have, and 404 where nothing is. */
export function refuseUnknown(request: FastifyRequest, reply: FastifyReply, addresses: Addresses): unknown {
  const allowed = addresses.methodsAt(request.url)
  // HEAD asks whether there is something to read.
  if (allowed.length === 0 || request.method === 'HEAD') return reply.callNotFound()
  const wrongMethod = refusal(
    405,
    'http.method',
    `此地址只接受 ${allowed.join('、')}。`,
    `This address takes ${allowed.join(', ')} only.`,
  )
  return sendRefusal(request, reply.header('allow', allowed.join(', ')), wrongMethod)
}
