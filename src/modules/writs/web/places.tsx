import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['writs.read'] as const
const label = { zh: '文书', en: 'Writs' }

export const places = [
  place({
    ...{ place: 'case', key: 'writs', label, order: 1, needs },
    Part: lazy(() => import('./parts/case-writs.tsx').then(({ CaseWrits }) => ({ default: CaseWrits }))),
  }),
  place({
    ...{ place: 'project.tab', key: 'writs', label, order: 5, needs },
    Part: lazy(() => import('./parts/project-writs.tsx').then(({ ProjectWrits }) => ({ default: ProjectWrits }))),
  }),
]
