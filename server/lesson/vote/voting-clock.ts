/** When voting ends: for the class, and later for those who have extra time. All times are ms since the epoch. Pure. */

/** An answer tapped in time is still taken this many ms after voting ended. */
export const GRACE = 2_000

/** Of a round, or of a quiz with all its rounds. */
export interface VotingClock {
  phase: 'ready' | 'open' | 'closed'
  closesAt?: number
  /** Ms until the close, while the clock is stopped. */
  left?: number
  /** Ms that were given in all, without stops; what extra time is a share of. */
  allotted?: number
  /** For the class. */
  closedAt?: number
  /** Closed for all but those whose extra time runs. */
  extra?: true
  /** When extra time was over for the last of them, where somebody had some. */
  extraEndedAt?: number
}

/** Another deadline, or what is left while the clock is stopped. */
export interface NewTime {
  closesAt?: number
  left?: number
}

/** Extra time is a share of a deadline: without one nobody has any. */
export const startedClock = (at: number, closesAt: number | undefined): Pick<VotingClock, 'closesAt' | 'allotted'> =>
  closesAt === undefined ? {} : { closesAt, allotted: closesAt - at }

/** Stopping the clock and letting it go on gives nobody more time. */
export function retimed<C extends VotingClock>({ closesAt: before, left: stopped, ...clock }: C, time: NewTime): C {
  const { closesAt, left } = time
  const more = left === undefined ? difference(closesAt, before) : difference(left, stopped)
  return {
    ...clock,
    ...(clock.allotted !== undefined && { allotted: clock.allotted + more }),
    ...(closesAt !== undefined && { closesAt }),
    ...(left !== undefined && { left }),
  } as C
}

const difference = (after: number | undefined, before: number | undefined) =>
  after === undefined || before === undefined ? 0 : after - before

/** What more time makes of a clock; nothing where there is no limit, since more time would be less. @param more ms */
export function changedTime({ closesAt, left }: VotingClock, more: number): NewTime | undefined {
  if (left !== undefined) return { left: left + more }
  return closesAt === undefined ? undefined : { closesAt: closesAt + more }
}

/** What stopping a clock makes of it, or letting it go on; nothing where it is so already, or there is no limit. */
export function pausedTime({ closesAt, left }: VotingClock, on: boolean, now: number): NewTime | undefined {
  if (on) return closesAt === undefined ? undefined : { left: Math.max(0, closesAt - now) }
  return left === undefined ? undefined : { closesAt: now + left }
}

/** The second close of a clock, after that with `extra`, ends extra time. */
export function closedClock<C extends VotingClock>({ extra: running, ...clock }: C, at: number, extra?: true): C {
  if (running) return { ...clock, ...(extra ? { extra } : { extraEndedAt: at }) } as C
  return { ...clock, phase: 'closed', closedAt: at, ...(extra && { extra }) } as C
}

/** As it was taken back, without a deadline. */
export function reopenedClock<C extends VotingClock>(clock: C): C {
  const { closesAt: _, left: __, allotted: ___, closedAt: ____, extra: _____, extraEndedAt: ______, ...rest } = clock
  return { ...rest, phase: 'open' } as C
}

/** How much later than the class a student with this factor has to end, in ms. */
export const extraTime = ({ allotted = 0 }: Pick<VotingClock, 'allotted'>, factor: number): number =>
  Math.round((factor - 1) * allotted)

/** Whether an answer is taken that comes now: before the student's own end, or tapped before it and not much later. */
export function isInTime(clock: VotingClock, factor: number, now: number, tappedAt?: number): boolean {
  const end = endOf(clock, factor)
  if (end === undefined || now < end) return true
  // A server that was down at the deadline closes late, and the phones have kept what was tapped before it.
  const closedAt = clock.closedAt ?? Number.POSITIVE_INFINITY
  return tappedAt !== undefined && tappedAt <= end && now <= Math.max(end, closedAt) + GRACE
}

/** For a student with this factor: the deadline, or the presenter's close before it; undefined while there is neither. */
function endOf(clock: VotingClock, factor: number): number | undefined {
  const { closesAt, closedAt, extra, extraEndedAt } = clock
  const deadline = closesAt === undefined ? undefined : closesAt + extraTime(clock, factor)
  const closed = factor > 1 && (extra || extraEndedAt !== undefined) ? extraEndedAt : closedAt
  if (deadline === undefined || closed === undefined) return deadline ?? closed
  return Math.min(deadline, closed)
}
