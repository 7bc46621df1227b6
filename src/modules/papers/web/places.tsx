import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'file', key: 'shelf', label: { zh: '材料库', en: 'Paper shelf' }, order: 4 },
    needs: ['papers.read'],
    Part: lazy(() => import('./parts/shelf.tsx').then(({ Shelf }) => ({ default: Shelf }))),
  }),
]
