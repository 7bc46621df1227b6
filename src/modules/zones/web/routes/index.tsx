import { createFileRoute, Link } from '@tanstack/react-router'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { ZoneCards } from '../parts/zone-cards.tsx'
import '../parts/home.css'

const aim = { zh: '拿地即开工，一步一步算清楚', en: 'From land to building site, worked out step by step' }

function Home() {
  const say = useText()
  useTitle(aim)
  return (
    <div className="page home">
      <h1>{say(aim)}</h1>
      <p className="home-lead">
        {say({
          zh: '回答几个关于您项目的问题，就能看到要办哪些事项、备哪些材料、花多少钱、多少个工作日，每一项都写明依据哪部法律的哪一条。不用登录，不留个人信息，答案都在网址里，随时可以接着填。',
          en: 'Answer a few questions about your project and see every matter, paper, fee and working day it will take, each with the article of law behind it. No sign-in and no personal data: your answers live in the address, so you can come back to them any time.',
        })}
      </p>
      <p>
        <Link to="/guide" className="big-button">
          {say({ zh: '开始：我的项目要办什么', en: 'Start: what will my project need?' })}
        </Link>
      </p>
      <section aria-labelledby="zones">
        <h2 id="zones">{say({ zh: '本系统中的开发区', en: 'Zones on this site' })}</h2>
        <ZoneCards />
      </section>
    </div>
  )
}

export const Route = createFileRoute('/')({ component: Home })
