import { describe, expect, it } from 'vitest'
import { papers } from '../../../../test/support/cases.ts'
import { commonDepartment, type JointPart, joinPapers, refuseJoint } from './joint.ts'

const part = (code: string, department: string, refs: readonly string[]): JointPart => ({
  code,
  name: { zh: code, en: code },
  department,
  papers: papers.filter(({ ref }) => refs.includes(ref)),
})
const a = part('a', '住建', ['form', 'later'])
const b = part('b', '住建', ['form', 'promise'])
const c = part('c', '气象', ['later'])

describe('several matters on one form', () => {
  it('asks for every paper once and says which matters need it', () => {
    expect(joinPapers([a, b, c]).map(({ ref, matters, hard }) => [ref, matters, hard])).toEqual([
      ['form', ['a', 'b'], true],
      ['later', ['a', 'c'], false],
      ['promise', ['b'], false],
    ])
  })

  it('is handled by one department, or handed in at the one window', () => {
    expect(commonDepartment([a, b])).toBe('住建')
    expect(commonDepartment([a, c])).toBeNull()
    expect(() => refuseJoint([a, b], 'department')).not.toThrow()
    expect(() => refuseJoint([a, c], 'window')).not.toThrow()
    expect(() => refuseJoint([a, c], 'department')).toThrow(/one window/)
    expect(() => refuseJoint([a], 'department')).toThrow(/at least two/)
    expect(() => refuseJoint([a, a], 'window')).toThrow(/different/)
  })
})
