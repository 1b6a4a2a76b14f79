/** The dialog of messages: to ask something, and to see and support what others have asked. */
import { lateWords } from '../../i18n/late-words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { Session } from '../session.ts'
import { AskForm } from './ask-form.tsx'
import './inbox.css'
import { MessageList } from './message-list.tsx'

export function Inbox({ session, onClose }: { session: Session; onClose: () => void }) {
  return (
    <Dialog title={lateWords.value.inbox.ask} class="inbox" onClose={onClose}>
      <AskForm session={session} />
      <h3 class="inbox-title">{lateWords.value.inbox.questions}</h3>
      <MessageList session={session} />
    </Dialog>
  )
}
