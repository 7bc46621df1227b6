import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'enterprise',
      group: 'standing',
      key: 'credit',
      label: { zh: '信用', en: 'Credit' },
      order: 50,
      needs: ['credit.read'],
    },
    Part: lazy(() =>
      import('./parts/enterprise-credit.tsx').then(({ EnterpriseCredit }) => ({ default: EnterpriseCredit })),
    ),
  }),
  place({
    ...{ place: 'my', key: 'credit', label: { zh: '我的信用', en: 'My credit' }, order: 3 },
    needs: ['credit.applyRepair'],
    Part: lazy(() => import('./parts/own-credit.tsx').then(({ OwnCredit }) => ({ default: OwnCredit }))),
  }),
]
