import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type LyingProvider, lyingProvider } from '../../../test/support/lying-provider.ts'
import { administratorsOf, cameBack, cookiesOf, givenProvider, sentOff } from '../../../test/support/providers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { loadModules } from '../../platform/modules.ts'
import { list, off } from './acts.ts'

const app = startTestApp()
let provider: LyingProvider

beforeAll(async () => {
  provider = await lyingProvider(() => new Date())
  vi.stubEnv('LUODI_ALLOW_HOSTS', new URL(provider.issuer).host)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await provider.close()
})

it('a provider is listed and switched off from the machine itself, and whoever came in by it is out', async () => {
  const zone = 'linyi'
  const who = await administratorsOf(app(), zone, new Date())
  const { id } = await givenProvider(app(), { zone, who, settings: { issuer: provider.issuer, name: '统一认证' } })
  const away = await sentOff(app(), { zone, provider: id })
  provider.next = { nonce: away.nonce, sub: 'zhao' }
  const came = await cameBack(app(), { code: 'c', state: away.state, iss: provider.issuer }, away.cookie)
  const whoAmI = () => app().get('/api/session', { cookie: cookiesOf(came) })
  expect((await whoAmI()).status).toBe(200)
  const installation = { db: app().db, url: app().appUrl, modules: await loadModules(), migrations: [] }
  expect(await list(installation)).toBe(`${id}\tlinyi\ton\t统一认证\t${provider.issuer}`)
  await off(installation, id)
  expect(await list(installation)).toContain('\toff\t')
  expect((await whoAmI()).status).toBe(401)
  await expect(off(installation, 'none')).rejects.toMatchObject({ code: 'provider.unknown' })
})
