import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Search } from '../search.ts'
import { Opening } from './opening.tsx'

/** Leads to another page in place of this one, once: the router's own component starts again whenever it is drawn anew on the way. */
export function Goto({ to, search = {} }: { readonly to: string; readonly search?: Search }) {
  const navigate = useNavigate()
  const first = useRef({ to, search })
  useEffect(() => void navigate({ ...first.current, replace: true }), [navigate])
  return <Opening />
}
