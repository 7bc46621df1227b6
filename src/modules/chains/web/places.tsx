import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['chains.readPlaces'] as const
const label = { zh: '产业链位置', en: 'On the chains' }

export const places = [
  place({
    ...{ place: 'enterprise', group: 'standing', key: 'chains', label, order: 25, needs },
    Part: lazy(() => import('./parts/chain-places.tsx').then((module) => ({ default: module.EnterprisePlaces }))),
  }),
  place({
    ...{ place: 'project.tab', group: 'firm', key: 'chains', label, order: 7, needs },
    Part: lazy(() => import('./parts/chain-places.tsx').then((module) => ({ default: module.ProjectPlaces }))),
  }),
  place({
    ...{ place: 'my', key: 'trade', label: { zh: '产业链与供需', en: 'Supply and demand' }, order: 5 },
    needs: ['chains.readPostings'],
    Part: lazy(() => import('./parts/own-trade.tsx').then(({ OwnTrade }) => ({ default: OwnTrade }))),
  }),
  place({
    ...{ place: 'leads', key: 'gaps', label: { zh: '补链线索', en: 'Leads that fill a gap' }, order: 1 },
    needs: ['chains.read'],
    Part: lazy(() => import('./parts/gap-leads.tsx').then(({ GapLeads }) => ({ default: GapLeads }))),
  }),
  place({
    ...{ place: 'lead', key: 'chains', label, order: 5, needs: ['chains.read'] },
    Part: lazy(() => import('./parts/chain-places.tsx').then((module) => ({ default: module.LeadPlaces }))),
  }),
]
