import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'my', key: 'credit', label: { zh: '我的信用', en: 'My credit' }, order: 3 },
    needs: ['credit.applyRepair'],
    Part: lazy(() => import('./parts/own-credit.tsx').then(({ OwnCredit }) => ({ default: OwnCredit }))),
  }),
]
