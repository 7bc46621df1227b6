import { expect, it } from 'vitest'
import { outageOf } from './outages.ts'

const systemError = (code: string, message: string) => Object.assign(new Error(message), { code })

it('takes a socket that is not there for a database that is away, and no other file', () => {
  const socket = systemError('ENOENT', 'connect ENOENT /srv/luodi/postgres.sockets/.s.PGSQL.20000')
  expect(outageOf('ENOENT', socket)).toMatchObject({ status: 503, code: 'database.unavailable' })
  const file = systemError('ENOENT', "ENOENT: no such file or directory, open '/srv/luodi/files/ab'")
  expect(outageOf('ENOENT', file)).toBeUndefined()
})
