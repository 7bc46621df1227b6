import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['replans.read'] as const

export const places = [
  place({
    ...{ place: 'project.plan', key: 'changes', label: { zh: '方案变动', en: 'What moved the plan' }, order: 1, needs },
    Part: lazy(() => import('./parts/plan-history.tsx').then(({ PlanHistory }) => ({ default: PlanHistory }))),
  }),
  place({
    ...{ place: 'my.project', key: 'changes', label: { zh: '方案变动', en: 'What moved the plan' }, order: 2, needs },
    Part: lazy(() => import('./parts/latest-moves.tsx').then(({ LatestMoves }) => ({ default: LatestMoves }))),
  }),
]
