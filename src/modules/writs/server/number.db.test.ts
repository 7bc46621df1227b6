import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../../platform/database.ts'
import { nextOrdinal } from './number.ts'
import { newRow } from './store.ts'

const app = startTestApp()

it('gives 20 transactions at once their numbers in turn; those that are refused give theirs back', async () => {
  const { db } = app()
  const zone = await zoneRef(db, 'linyi')
  const context = testContext(new Date('2026-03-02T02:00:00Z'), zone)
  const issuer = { ...newRow(context), search_text: '', sample: false, name: '审批局', prefix: '临审批', main: true }
  await inZone(db, zone.id, (zoned) => zoned.insertInto('writs.issuers').values(issuer).execute())
  const series = { issuerId: issuer.id, sign: '补', year: 2026 }
  const take = (i: number) =>
    inZone(db, zone.id, async (zoned) => {
      const ordinal = await nextOrdinal(zoned, context, series)
      if (i % 4 === 3) throw new Error(`refused ${randomUUID()}`)
      return ordinal
    }).catch(() => null)
  const given = (await Promise.all(Array.from({ length: 20 }, (_, i) => take(i)))).filter((one) => one !== null)
  expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
  const other = await inZone(db, zone.id, (zoned) => nextOrdinal(zoned, context, { ...series, year: 2027 }))
  expect(other).toBe(1)
})
