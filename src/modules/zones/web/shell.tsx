import type { ShellPart } from '../../../web/shell-part.ts'
import { ZonePlace } from './panels.tsx'

export const shell: ShellPart = { Place: ZonePlace }
