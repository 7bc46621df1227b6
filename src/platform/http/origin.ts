import type { RequestContext } from '../module.ts'

/**
 * Where the installation is reached from outside, for what leaves it on paper: LUODI_ADDRESS (`https://luodi.example.gov.cn`), else as the
 * caller of this request reached it, else this machine.
 */
export function publicOrigin({ client }: Pick<RequestContext, 'client'>, env: NodeJS.ProcessEnv = process.env): string {
  const set = env.LUODI_ADDRESS
  if (set && URL.canParse(set)) return new URL(set).origin
  return client.origin ?? `http://localhost:${env.PORT || '8080'}`
}
