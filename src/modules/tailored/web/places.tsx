import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'enterprise',
      group: 'support',
      key: 'tailored',
      label: { zh: '一企一策', en: 'Tailored plan' },
      order: 11,
    },
    needs: ['tailored.read'],
    Part: lazy(() => import('./parts/tailored-tab.tsx').then(({ TailoredTab }) => ({ default: TailoredTab }))),
  }),
]
