import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '申报核实', en: 'Proposals' }

export const places = [
  place({
    ...{ place: 'enterprise', group: 'doings', key: 'proposals', label, order: 7, needs: ['proposals.read'] },
    Part: lazy(() => import('./parts/proposals-tab.tsx').then(({ ProposalsTab }) => ({ default: ProposalsTab }))),
  }),
  place({
    ...{ place: 'inbox', key: 'proposals', label: { zh: '企业申报', en: 'Proposals' }, order: 5 },
    needs: ['proposals.decide'],
    Part: lazy(() => import('./parts/open-proposals.tsx').then(({ OpenProposals }) => ({ default: OpenProposals }))),
  }),
]
