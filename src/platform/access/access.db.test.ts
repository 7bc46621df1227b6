import { describe, expect, it } from 'vitest'
import { signedInAs } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'

const app = startTestApp()

describe('a session', () => {
  it('tells who is signed in, with zone and permissions', async () => {
    const { headers, login } = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'] })
    const { status, body } = await app().get('/api/session', headers)
    expect(status).toBe(200)
    expect(body).toMatchObject({ account: { login }, zones: [{ code: 'linyi', roles: ['admin'] }] })
  })
})
