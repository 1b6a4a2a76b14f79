/** The messages that a student may read, one's own among them, and the votes for them. Pure. */
import type { You } from '#wire/messages'
import type { MessageView } from '#wire/segment-view'

export interface Listed extends Pick<MessageView, 'id' | 'text' | 'name' | 'votes' | 'state'> {
  own: boolean
  voted: boolean
}

/**
 * @param said what the student's last tap says of a vote, where the server does not show it yet
 * @param order ids as they stood before: nothing moves away from under a thumb
 */
export function listed(
  messages: MessageView[],
  { messages: own = [], unread = [], upvoted = [] }: Pick<You, 'messages' | 'unread' | 'upvoted'>,
  said: (message: string) => boolean | undefined,
  order: string[],
): Listed[] {
  const hidden = unread.map(message => ({ ...message, votes: 0 }))
  const all = [...messages, ...hidden].map((message): Listed & { at: number } => {
    const counted = upvoted.includes(message.id)
    const voted = said(message.id) ?? counted
    const votes = message.votes + Number(voted) - Number(counted)
    return { ...message, own: own.includes(message.id), voted, votes }
  })
  const before = new Map(order.map((id, place) => [id, place]))
  const placeOf = ({ id }: Listed) => before.get(id) ?? order.length
  return all.toSorted((a, b) => placeOf(a) - placeOf(b) || rank(a) - rank(b) || b.votes - a.votes || a.at - b.at)
}

/** What is waited for stands above what has been dealt with. */
const rank = ({ state }: Listed) => RANKS.indexOf(state)
const RANKS = ['shown', 'waiting', 'open', 'answered', 'hidden']
