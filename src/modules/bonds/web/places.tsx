import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'today',
      key: 'bonds',
      label: { zh: '专项债提醒', en: 'Bonds that warn' },
      order: 8,
      needs: ['bonds.archive'],
    },
    Part: lazy(() => import('./parts/bonds-alarms.tsx').then(({ BondsAlarms }) => ({ default: BondsAlarms }))),
  }),
]
