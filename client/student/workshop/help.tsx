/** The way to somebody who helps: one tap calls, and what it is about can be said while waiting. */
import buoy from 'lucide-static/icons/life-buoy.svg?raw'
import { useEffect, useId, useRef } from 'preact/hooks'
import { LONGEST_SEAT } from '#wire/protocol'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'
import { type Call, call, callOf, cancel, ended, rememberedSeat } from './own-call.ts'
import { stateOf } from './own-marks.ts'
import type { SlideTask } from './slide-tasks.ts'
import './help.css'

interface Props {
  session: Session
  /** All of the workshop. */
  tasks: SlideTask[]
  /** Those of the slide in view. */
  here: SlideTask[]
}

export function Help({ session, tasks, here }: Props) {
  const words = lateWords.value.workshop
  const waiting = callOf(session)
  const seat = rememberedSeat(session.code)
  const called = useRef(waiting !== undefined)
  const isCalled = waiting !== undefined
  useEffect(() => {
    // A call that is over without a tap here was ended by the presenter.
    if (called.current && !isCalled) ended.value ??= 'presenter'
    if (isCalled) ended.value = undefined
    called.current = isCalled
  }, [isCalled])
  const stuck = here.find(({ id }) => stateOf(session, id) === 'stuck')
  return (
    <section class="help" aria-label={words.help}>
      <p role="status">{!waiting && ended.value && words[ended.value === 'student' ? 'cancelled' : 'ended']}</p>
      {waiting && <Details session={session} call={waiting} tasks={tasks} />}
      <div class="help-actions">
        {waiting ? (
          <>
            <button
              type="button"
              class="button"
              aria-pressed={waiting.trying === true}
              onClick={() => call(session, { ...waiting, trying: !waiting.trying })}
            >
              {words.trying}
            </button>
            <button
              type="button"
              class="button plain"
              onClick={() => {
                ended.value = 'student'
                cancel(session)
              }}
            >
              {words.cancel}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button"
            onClick={() => call(session, { seat: seat.get(), ...(stuck && { task: stuck.id }) })}
          >
            <Icon svg={buoy} />
            {words.call}
          </button>
        )}
      </div>
    </section>
  )
}

/** What the presenter is told before coming; none of it has to be said. */
function Details({ session, call: own, tasks }: { session: Session; call: Call; tasks: SlideTask[] }) {
  const words = lateWords.value.workshop
  const id = useId()
  const seat = rememberedSeat(session.code)
  return (
    <div class="help-details">
      <label class="help-label" for={`${id}-task`}>
        {words.task} <span class="quiet">({words.optional})</span>
      </label>
      <select
        id={`${id}-task`}
        class="field"
        value={own.task ?? ''}
        onChange={({ currentTarget }) => call(session, { ...own, task: currentTarget.value })}
      >
        <option value="">{words.anyTask}</option>
        {tasks.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <label class="help-label" for={`${id}-seat`}>
        {words.seat} <span class="quiet">({words.optional})</span>
      </label>
      <input
        id={`${id}-seat`}
        class="field"
        dir="auto"
        maxLength={LONGEST_SEAT}
        autocomplete="off"
        enterkeyhint="done"
        defaultValue={own.seat ?? seat.get()}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.trim()
          seat.set(typed)
          call(session, { ...own, seat: typed })
        }}
      />
    </div>
  )
}
