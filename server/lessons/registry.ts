/** The lessons that are on here, by code: their rooms are opened and closed, and their decks followed, in this one place. */
import type { Deck } from '../deck/deck.ts'
import type { Mistake } from '../deck/mistake.ts'
import type { DeckSource } from '../deck/source/source.ts'
import { Room, type RoomParts } from './room.ts'

/** What the rest of the server needs of a lesson that is on. */
export interface OpenLesson {
  readonly room: Room
  readonly source: DeckSource
}

export interface Opening {
  code: string
  /** As the source has just read it. */
  deck: Deck
  source: DeckSource
  /** Hears of each edit what is wrong in it. */
  tell: (mistakes: Mistake[]) => void
}

export interface Registry {
  find(code: string): OpenLesson | undefined
  /** In the order in which they were opened. */
  all(): OpenLesson[]
  /** The lesson is in the log and not on. @throws {DamagedLesson} */
  open(opening: Opening): Promise<OpenLesson>
  /** Finishes what the rooms were asked before. */
  close(): Promise<void>
}

export function createRegistry(parts: Pick<RoomParts, 'log' | 'now' | 'onError'>): Registry {
  const lessons = new Map<string, OpenLesson & { close: () => Promise<void> }>()
  return {
    find: code => lessons.get(code),
    all: () => [...lessons.values()],
    async open({ code, deck, source, tell }) {
      const room = await Room.open({ ...parts, code, deck })
      const stop = followDeck(source, room, tell)
      const lesson = {
        room,
        source,
        close() {
          stop()
          return room.close()
        },
      }
      lessons.set(code, lesson)
      return lesson
    },
    async close() {
      await Promise.all(Array.from(lessons.values(), lesson => lesson.close()))
      lessons.clear()
    },
  }
}

/** What is saved is shown; what cannot be shown is told to the presenter, and the class keeps the deck it has. */
function followDeck(source: DeckSource, room: Room, tell: Opening['tell']): () => void {
  return source.follow(room.deck, async edit => {
    const { mistakes } = 'deck' in edit ? edit.deck : edit
    tell(mistakes)
    if ('deck' in edit) await room.revise(edit.deck)
    else room.reject(mistakes)
  })
}
