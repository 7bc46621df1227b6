import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../../../../web/search.ts'
import { PlanPage } from '../plan/plan-page.tsx'

export const Route = createFileRoute('/plan')({ validateSearch: textsOnly, component: PlanPage })
