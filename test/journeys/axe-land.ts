import { broughtIn } from '../support/supply.ts'
import type { Worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
const land = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven', registeredAreaSqm: 80_000 }
/** About 250 m by 320 m somewhere that is nowhere in particular. */
const shape = {
  type: 'Polygon',
  coordinates: [
    [
      [110.75, 35.15],
      [110.75274, 35.15],
      [110.75274, 35.15289],
      [110.75, 35.15289],
      [110.75, 35.15],
    ],
  ],
}

interface Hands {
  readonly officer: Worker
  readonly operator: Worker
}

/** A parcel with its shape, one that is under contract, a work, and a lease of one unit. */
export async function landAndSpace({ officer, operator }: Hands, enterprise: string) {
  const parcel = idOf(await officer.post('/parcels', { ...land, code: 'A-1', name: '示例地块 A-1' }))
  const drawn = { version: 1, shape, datum: 'cgcs2000', source: '示例勘测', validFrom: '2026-03-02' }
  await officer.post(`/parcels/${parcel}/draw`, drawn)
  const other = { ...land, code: 'A-2', name: '示例地块 A-2', registeredAreaSqm: 10_000 }
  const sold = broughtIn(idOf(await officer.post('/parcels', other)), enterprise)
  const { contracts } = await officer.post('/land-contracts/bring-in', { contracts: [sold] })
  const work = idOf(await operator.post('/works', { name: '示例园区污水处理厂', kind: 'sewage' }))
  return {
    parcel,
    contract: (contracts as { id: string }[])[0]?.id ?? '',
    work,
    lease: await lease(operator, enterprise),
  }
}

async function lease(operator: Worker, enterprise: string): Promise<string> {
  const building = { name: '示例1号厂房', use: 'plant', standardPlant: true, totalSqm: 9000 }
  const buildingId = idOf(await operator.post('/buildings', building))
  const unit = idOf(
    await operator.post('/units', { code: 'A-101', buildingId, use: 'plant', areaSqm: 1000, published: true }),
  )
  const steps = [{ from: '2026-01-01', rate: '12' }]
  const terms = { startsOn: '2026-01-01', endsOn: '2027-12-31', steps, propertyRate: '1', deposit: '24000.00' }
  const signed = { number: '示例租-1', enterprise, units: [unit], ...terms, noticeDays: 30, dueDay: 10 }
  const signedId = String((await operator.post('/leases', signed)).id)
  const broken = { title: '卷帘门关不上', building: buildingId, unit, place: '南门', kind: 'doors', urgency: 'urgent' }
  await operator.post('/upkeep', { ...broken, files: [] })
  return signedId
}
