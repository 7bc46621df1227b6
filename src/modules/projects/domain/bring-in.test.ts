import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { BroughtIn } from '../contract/bring-in.ts'
import { refuseUnproved } from './bring-in.ts'

const proof = (kind: string, happenedOn = '2024-05-06') => ({ kind, title: kind, happenedOn })
const line = (more: object) =>
  BroughtIn.parse({ name: '甲项目', kind: 'industrial', stage: 'lead', evidence: [], ...more })

function codeOf(lines: readonly BroughtIn[], known: readonly string[] = []): string | null {
  try {
    refuseUnproved(lines, { known: new Set(known), today: '2026-03-02' })
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('bringing in a project that was there before', () => {
  it('takes a lead without evidence, and a signed project with its agreement and day', () => {
    expect(codeOf([line({})])).toBeNull()
    expect(codeOf([line({ stage: 'signed', signedOn: '2024-05-06', evidence: [proof('agreement')] })])).toBeNull()
  })

  it('asks for the agreement, the permit with its photo, and the acceptance of what has come so far', () => {
    const signed = { signedOn: '2024-05-06' }
    expect(codeOf([line({ stage: 'signed', ...signed })])).toBe('projects.bring_in_unproved')
    const started = [proof('agreement'), proof('construction-permit')]
    expect(codeOf([line({ stage: 'started', ...signed, evidence: started })])).toBe('projects.bring_in_unproved')
    const photo = [...started, proof('site-photo')]
    expect(codeOf([line({ stage: 'started', ...signed, evidence: photo })])).toBeNull()
    const producing = [...photo, proof('environmental-acceptance')]
    expect(codeOf([line({ stage: 'production', ...signed, evidence: producing })])).toBeNull()
    expect(codeOf([line({ stage: 'production', ...signed, evidence: producing.slice(2) })])).toBe(
      'projects.bring_in_unproved',
    )
  })

  it('counts a project once, and nothing that is still to come', () => {
    expect(codeOf([line({}), line({})])).toBe('projects.bring_in_twice')
    expect(codeOf([line({})], ['甲项目'])).toBe('projects.bring_in_known')
    const later = { stage: 'signed', signedOn: '2026-03-03', evidence: [proof('agreement')] }
    expect(codeOf([line(later)])).toBe('projects.bring_in_future')
    expect(codeOf([line({ stage: 'signed', evidence: [proof('agreement')] })])).toBe('projects.bring_in_unsigned')
  })
})
