import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'guarantees', label: { zh: '要素保障', en: 'Elements' }, order: 6 },
    needs: ['guarantees.read'],
    Part: lazy(() => import('./parts/guarantee-tab.tsx').then(({ GuaranteeTab }) => ({ default: GuaranteeTab }))),
  }),
]
