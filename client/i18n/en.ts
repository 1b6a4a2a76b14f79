/** English words, and the list of what every language must have. Names marked in DESIGN §10 are a contract. */
import { numeral, plural } from './plural.ts'

export const en = {
  common: {
    live: 'Live',
    connecting: 'Connecting…',
    reconnecting: 'Reconnecting…',
    pausing: 'Back in a moment…',
    disconnected: 'Not connected',
    answers: plural('en', { one: '# answer', other: '# answers' }),
    rightAnswer: 'Right answer',
    yourAnswer: 'Your answer',
    timeLeft: 'Time left',
    secondsLeft: plural('en', { one: '# second left', other: '# seconds left' }),
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Could not copy. Select the text instead.',
    missingImage: 'Image not available',
  },
  home: {
    title: 'Join a class',
    code: 'Code of the class',
    hint: 'Six digits. They are on the wall, under the QR code.',
    join: 'Join',
    joining: 'Looking for the class…',
    incomplete: 'A code has six digits.',
    unknown: (code: string) => `No class has the code ${code}. Check it on the wall and try again.`,
    unreachable: 'The server cannot be reached. Check the Wi-Fi and try again.',
    presenter: 'Are you presenting?',
    presenterHelp:
      'Your own link is in the terminal where you started Amphi. It ends in “#key=…” and opens your controls for the class.',
  },
  student: {
    slide: 'Slide',
    slideNumber: (number: string, title: string) => (title ? `Slide ${number}: ${title}` : `Slide ${number}`),
    previous: 'Previous slide',
    next: 'Next slide',
    paging: 'Slides',
    backToLive: 'Back to live',
    blank: 'The screen is blank.',
    blankHelp: 'Look up for a moment.',
    loading: 'Fetching the slides…',
    nothingYet: 'The class has not begun. The first slide appears here by itself.',
    noQuestion: 'Questions appear here when they are asked.',
    code: 'Code on this slide',
    copyBlock: (number: number) => `Copy block ${number}`,
    offline:
      'The connection is lost. It is not your fault: what you have seen stays, and this page comes back by itself.',
    stopping:
      'The class was stopped on the presenter’s computer. What you have seen stays, and this page comes back by itself when the class goes on.',

    question: 'Question',
    soon: 'Voting opens soon.',
    opensIn: (seconds: number) => `Voting opens in ${seconds} s.`,
    opened: 'Voting is open.',
    stopped: (left: string) => `The clock is stopped, ${left} left.`,
    closed: 'Voting is closed.',
    noAnswer: 'You have no answer here.',
    how: {
      choice: 'Tap one answer.',
      several: 'Select all that apply, then send.',
      number: 'Type a number, then send.',
      text: 'Type a short answer, then send.',
      words: 'Write up to three words or short phrases, then send.',
      scale: 'Tap a number.',
      order: 'Put these in order, the first on top, then send.',
    },
    survey: 'There is no right or wrong answer.',
    anonymous: 'Your answer is anonymous.',
    under: {
      name: {
        named: (name: string) => `Answers go with your name: ${name}.`,
        nameless: 'You have given no name: your answer goes without one.',
      },
      nickname: {
        named: (name: string) => `Answers go with your nickname: ${name}.`,
        nameless: 'You have given no nickname: your answer goes without one.',
      },
    },
    round: (round: number) => `Round ${round}`,
    points: plural('en', { one: '# point', other: '# points' }),
    pointsOf: (points: number, most: number) =>
      `${numeral('en')(points)} of ${plural('en', { one: '# point', other: '# points' })(most)}`,
    allOrNothing: (points: string) => `${points}: all or nothing.`,
    partialPicks: (points: string) => `Up to ${points}: right picks minus wrong ones, never below 0.`,
    partialPlaces: (points: string) => `Up to ${points}: items in their right place minus the others, never below 0.`,
    perBox: (good: string, bad: string) =>
      `${good} for each box that is as it should be, ticked or not, ${bad} otherwise`,
    perAnswer: (good: string, bad: string) => `${good} for the right answer, ${bad} for another`,
    neverBelow: (least: string) => `never below ${least}`,
    noneGiven: (points: string) => `No answer: ${points}.`,

    send: 'Send answer',
    changeSign: 'Change the sign',
    numberFault: {
      'not-number': 'This is not a number. Write it in digits, such as 3.14.',
      'too-large': 'This number is too large.',
    },
    charactersLeft: plural('en', { one: '# character left', other: '# characters left' }),
    word: (number: number) => `Word ${number}`,
    tooManyWords: 'Three words or phrases at most. Take some out, then send.',
    moveUp: (letter: string) => `Move ${letter} up`,
    moveDown: (letter: string) => `Move ${letter} down`,
    movedTo: (letter: string, place: number, of: number) => `${letter} is in place ${place} of ${of}.`,

    kept: 'Kept on this phone',
    keptSending: 'Sending…',
    keptOffline: 'It is sent as soon as the connection is back.',
    keptWaiting: 'The server cannot take it just now. It is sent again by itself.',
    recorded: 'Recorded',
    recordedAs: {
      choice: (given: string) => `Recorded: ${given}. Tap another to change.`,
      several: (given: string) => `Recorded: ${given}. Select others to change.`,
      number: (given: string) => `Recorded: ${given}. Send another to change.`,
      text: (given: string) => `Recorded: ${given}. Send another to change.`,
      words: (given: string) => `Recorded: ${given}. Send others to change.`,
      scale: (given: string) => `Recorded: ${given}. Tap another to change.`,
      order: (given: string) => `Recorded: ${given}. Send another order to change.`,
    },
    recordedFinal: (given: string) => `Recorded: ${given}.`,
    right: 'Right',
    partly: 'Partly right',
    wrong: 'Not right',
    given: (answer: string) => `Your answer: ${answer}`,
    correct: (answer: string) => `Right answer: ${answer}`,
    notAnswered: 'Not answered',
    unanswered: 'You did not answer this question.',
    results: plural('en', { one: '# answer in all', other: '# answers in all' }),
    explanation: 'Explanation',
    rank: (place: number, of: number, points: number) =>
      `You are ${ordinal(place)} of ${of}, ${plural('en', { one: '# point', other: '# points' })(points)}.`,

    lost: {
      'not-open': 'Your last answer came while voting was not open, so it was not counted.',
      'already-closed': 'Your last answer came after voting had closed, so it was not counted.',
      over: 'Your last answer came after the class had ended, so it was not counted.',
      removed: 'Your last answer was not counted, because the presenter removed this phone from the class.',
      invalid: 'Your last answer did not fit the question any more. Please answer again.',
      'unknown-poll': 'The question of your last answer is not in the deck any more, so it was not counted.',
      other: 'Your last answer could not be taken. Please answer again.',
    },

    notNow: 'Not now',
    name: {
      title: 'Your name',
      help: 'The presenter sees it beside your answers. If the class has a ranking, everyone may see it there.',
      add: 'Add your name',
      change: (name: string) => `${name}: change your name`,
      short: 'Write your name first.',
      taken: 'This name is taken, or cannot be used here. Write it in another way.',
      failed: 'The name could not be saved. Please try again.',
    },
    nickname: {
      title: 'Your nickname',
      help: '2 to 40 characters. The presenter sees it beside your answers. If the class has a ranking, everyone may see it there.',
      add: 'Choose a nickname',
      change: (name: string) => `${name}: change your nickname`,
      short: 'A nickname has at least 2 characters.',
      taken: 'This nickname is taken, or cannot be used here. Choose another.',
      failed: 'The nickname could not be saved. Please try again.',
    },

    over: 'The class is over.',
    overHelp: 'The slides you saw stay here for as long as the page is open.',
    yourAnswers: 'Your answers',
    noAnswersKept: 'You gave no answers in this class.',
    refused: {
      'unknown-lesson': {
        title: (code: string) => `No class has the code ${code}`,
        help: 'Check the code on the wall. A class that ended a while ago cannot be joined any more.',
      },
      removed: {
        title: () => 'You are no longer in this class',
        help: 'The presenter removed this phone. If that is a mistake, have a word with them.',
      },
      locked: {
        title: () => 'This class is closed to newcomers',
        help: 'Ask the presenter to open it again, then try once more.',
      },
      outdated: {
        title: () => 'This page is out of date',
        help: 'Load it again to go on. Nothing you sent is lost.',
      },
      other: {
        title: () => 'The class cannot be joined just now',
        help: 'Please try again in a moment.',
      },
    },
    otherCode: 'Enter another code',
    reload: 'Load again',
  },
}

/** 1st, 2nd, 3rd, 4th … */
function ordinal(place: number): string {
  const ends: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
  return `${place}${ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(place)] ?? 'th'}`
}
