import { Button } from 'antd'
import { useText } from '../../text.tsx'
import { useSending, useWaiting } from './use-queue.ts'
import { waitingQueue } from './waiting-queue.ts'
import './queue.css'

/** How much waits to be sent, and what the server refused; empty when there is nothing. */
export function Waiting() {
  const say = useText()
  const { owner, items } = useWaiting()
  useSending(owner)
  const refused = items.filter((item) => item.refused !== null)
  const waiting = items.length - refused.length
  return (
    <div role="status">
      {owner !== undefined && waiting > 0 && (
        <p className="notice notice-warning waiting">
          <span>
            {say({
              zh: `待发送 ${waiting}：已存在本机，连上网后自动发出，不会丢失。`,
              en: `Waiting to send (${waiting}): kept on this device and sent when there is a line. Nothing is lost.`,
            })}
          </span>
          <Button onClick={() => void waitingQueue.flush(owner)}>{say({ zh: '现在发送', en: 'Send now' })}</Button>
        </p>
      )}
      {refused.map(({ key, label, refused: why }) => (
        <p key={key} className="notice notice-error waiting">
          <span>
            {say({ zh: '没有办成：', en: 'Not done: ' })}
            {say(label)} {why !== null && say(why)}
          </span>
          <Button onClick={() => void waitingQueue.drop(key)}>{say({ zh: '知道了', en: 'Understood' })}</Button>
        </p>
      ))}
    </div>
  )
}
