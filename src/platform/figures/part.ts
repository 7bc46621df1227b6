import { notFound } from '../access/caller.ts'
import { zoneOf } from '../journal/record.ts'
import { defineModule, handle, type ModuleDefinition } from '../module.ts'
import { computeFigure, figuresOf } from './compute.ts'
import * as contract from './contract.ts'

/** The platform's part for figures: every module's named figures by zone, each with the rows behind it. */
export function figuresPart(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const sources = figuresOf(modules)
  return defineModule({
    name: 'figures',
    grants: { 'figures.read': ['leader', 'officer', 'promoter', 'operator', 'supervisor'] },
    handlers: [
      handle(contract.listFigures, async (db, _input, context) => {
        const at = { now: context.now, zone: context.zone, zoneId: zoneOf(context).id }
        const figures = []
        for (const source of sources.values()) figures.push((await computeFigure(db, source, at)).figure)
        return { figures }
      }),
      handle(contract.getFigure, async (db, { key }, context) => {
        const source = sources.get(key)
        if (!source) throw notFound()
        const at = { now: context.now, zone: context.zone, zoneId: zoneOf(context).id }
        const { figure, rows } = await computeFigure(db, source, at)
        return { figure, rows: rows.map(({ id, name, value }) => ({ id, name, value })) }
      }),
    ],
  })
}
