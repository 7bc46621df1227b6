import { describe, expect, it } from 'vitest'
import fees from '../../../../../data/catalogue/fees.json' with { type: 'json' }
import catalogue from '../../../../../data/catalogue/matters.json' with { type: 'json' }
import projects from '../../../../../data/catalogue/projects.json' with { type: 'json' }
import questions from '../../../../../data/catalogue/questions.json' with { type: 'json' }
import { exampleCodes, hintOf, topics, unitLabel } from './questions.ts'

const declared = [...catalogue.facts, ...fees.facts]

describe('the topics of the guide', () => {
  it('ask every fact of the catalogue and of the fees exactly once', () => {
    const asked = topics.flatMap((topic) => topic.facts)
    expect(asked.toSorted()).toEqual(declared.map((fact) => fact.code).toSorted())
  })

  it('are nine, so that nine answers suffice', () => {
    expect(topics).toHaveLength(9)
  })

  it('give every yes-or-no fact a sentence to tick, and every option its name in both languages', () => {
    for (const fact of declared) {
      if (fact.type === 'boolean') expect(hintOf(fact.code).statement, fact.code).toBeDefined()
      const options = 'options' in fact ? (fact.options ?? []).map((option) => option.value) : []
      expect(Object.keys(hintOf(fact.code).options ?? {}), fact.code).toEqual(options)
    }
  })

  it('hint at no fact that is not declared, and name every unit', () => {
    const codes = new Set(declared.map((fact) => fact.code))
    expect(Object.keys(questions.facts).filter((code) => !codes.has(code))).toEqual([])
    for (const fact of declared) {
      if ('unit' in fact && fact.unit !== undefined) expect(Object.keys(questions.units)).toContain(fact.unit)
    }
    expect(unitLabel('ha')).toEqual({ zh: '公顷', en: 'ha' })
  })

  it('name every example project', () => {
    expect(exampleCodes.toSorted()).toEqual(projects.map((project) => project.code).toSorted())
  })
})
