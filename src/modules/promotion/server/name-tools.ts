import { Converter } from 'opencc-js/t2cn'
import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'
import { dictionary } from '../../../platform/records/sounds/dictionary.ts'
import type { NameTools } from '../domain/likeness/company-name.ts'

const Regions = z.object({ provinces: z.record(z.string(), z.array(z.string())) })

let tools: NameTools | undefined

/** What comparing Chinese names needs: simplified signs, sounds, names of places. Made once. */
export function nameTools(): NameTools {
  tools ??= {
    simplify: Converter({ from: 'tw', to: 'cn' }),
    soundOf: (text) => dictionary()(text, { toneType: 'none', type: 'array' }).join(' '),
    provinces: Regions.parse(readDataFile('promotion/regions.json')).provinces,
  }
  return tools
}
