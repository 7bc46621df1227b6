import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../search.ts'
import { ProviderBackPage } from '../session/provider-back-page.tsx'

export const Route = createFileRoute('/sign-in_/back')({ validateSearch: textsOnly, component: ProviderBackPage })
