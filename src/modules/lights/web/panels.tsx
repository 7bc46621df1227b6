import type { Colour } from '../contract/subject.ts'
import { LightMark as Mark } from './parts/light-mark.tsx'

/** A light by sign, word and colour. */
export function LightMark(props: { readonly colour: Colour }) {
  return <Mark {...props} />
}
