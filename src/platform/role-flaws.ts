import { sql } from 'kysely'
import type pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import type { Database } from './module.ts'

/** What would make row-level security meaningless; each question answers true when the role has the flaw. */
const flaws = [
  { en: 'is a superuser', zh: '是超级用户', question: 'r.rolsuper' },
  { en: 'bypasses row security', zh: '可绕过行级安全', question: 'r.rolbypassrls' },
  {
    en: 'may create roles, databases or replicate',
    zh: '可建角色、建库或复制',
    question: 'r.rolcreaterole or r.rolcreatedb or r.rolreplication',
  },
  {
    en: 'owns objects',
    zh: '拥有数据库对象',
    question: `exists (select from pg_shdepend d
      where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o')`,
  },
  {
    en: "is a member of the tables' owner",
    zh: '是表所有者的成员',
    question: `exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and pg_has_role(r.oid, c.relowner, 'member'))`,
  },
] as const

/** One row with one answer a flaw; `role` is an SQL expression. */
function questionsAbout(role: string): string {
  const answers = flaws.map(({ question }, i) => `${question} as flaw${i}`)
  return `select ${answers.join(', ')} from pg_roles r where r.rolname = ${role}`
}

function refuseFlaws(answers: Readonly<Record<string, boolean>> | undefined): void {
  const found = flaws.filter((_flaw, i) => answers?.[`flaw${i}`])
  if (found.length === 0) return
  const text = {
    zh: `程序的数据库角色不安全：${found.map((f) => f.zh).join('；')}。请换用没有这些权限的角色。`,
    en: `The program's database role is unsafe: it ${found.map((f) => f.en).join(', ')}. Use a role without these rights.`,
  }
  throw new Problem('forbidden', 'database.role_unsafe', text, { flaws: found.map((f) => f.en) })
}

/** Refuses to serve with a connection whose role makes row-level security meaningless, naming every flaw. */
export async function checkAppRole(db: Database): Promise<void> {
  const { rows } = await sql<Record<string, boolean>>`${sql.raw(questionsAbout('current_user'))}`.execute(db)
  refuseFlaws(rows[0])
}

/** The same, asked by the owner before it grants anything; a role that does not exist yet has no flaw. */
export async function checkNamedRole(client: pg.ClientBase, role: string): Promise<{ readonly exists: boolean }> {
  const { rows } = await client.query<Record<string, boolean>>(questionsAbout('$1'), [role])
  refuseFlaws(rows[0])
  return { exists: rows.length > 0 }
}
