import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { asksAgain, pauseBefore } from './ask-again.ts'
import { makeRouter } from './router.tsx'
import './looks.css'
import './shell.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: asksAgain, retryDelay: pauseBefore, refetchOnWindowFocus: false },
  },
})
const router = makeRouter()

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const place = document.getElementById('root')
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
