import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '租约', en: 'Leases' }

export const places = [
  place({
    ...{ place: 'enterprise', group: 'doings', key: 'leases', label, order: 7, needs: ['leases.oversee'] },
    Part: lazy(() => import('./parts/enterprise-leases.tsx').then((m) => ({ default: m.EnterpriseLeases }))),
  }),
  place({
    ...{ place: 'my', key: 'leases', label, order: 4, needs: ['leases.read'] },
    Part: lazy(() => import('./parts/my-leases.tsx').then(({ MyLeases }) => ({ default: MyLeases }))),
  }),
  place({
    ...{ place: 'today', key: 'leases', label, order: 6, needs: ['leases.oversee'] },
    Part: lazy(() => import('./parts/today-leases.tsx').then(({ TodayLeases }) => ({ default: TodayLeases }))),
  }),
]
