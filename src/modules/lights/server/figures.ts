import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import type { Colour } from '../contract/subject.ts'
import { readLights } from './read.ts'

function projectsWith(colour: Colour, label: { readonly zh: string; readonly en: string }): FigureSource {
  return {
    figure: figure({
      key: `lights.${colour}`,
      label,
      unit: { zh: '个', en: 'project' },
      definition: {
        zh: `未归档、未退出、有推进记录的项目中，最差一灯为“${label.zh.slice(0, 2)}”的；没有任何推进记录的不在其内`,
        en: `Projects neither archived nor withdrawn, of which progress was entered, whose worst light is ${colour}; those without entries are not counted`,
      },
      op: 'count',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId, { now }) => {
      const { projects } = await readLights(db, zoneId, { now })
      const found = projects.filter(({ worst }) => worst === colour).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return found.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  }
}

export const figures: readonly FigureSource[] = [
  projectsWith('red', { zh: '红灯项目', en: 'Projects with a red light' }),
  projectsWith('paused', { zh: '暂停项目', en: 'Projects whose lights are paused' }),
]
